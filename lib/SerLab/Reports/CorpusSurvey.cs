using SerLab.Audio;
using SerLab.Corpora;
using SerLab.Features;
using SerLab.Files;

namespace SerLab.Reports;

/// <summary>What is known of one recording once it has been read.</summary>
/// <param name="Utterance">Which.</param>
/// <param name="Seconds">Its length.</param>
/// <param name="Rate">Its own sample rate in Hz.</param>
/// <param name="Channels">Its own channels.</param>
/// <param name="Measures">A number for each of the survey's measures; NaN where the clip has none.</param>
/// <param name="Features">
/// Each row of the feature set, its frames averaged; power and amplitude then in dB, from −100 dB.
/// </param>
public sealed record ClipFacts(
    Utterance Utterance, double Seconds, int Rate, int Channels, double[] Measures, double[] Features);

/// <summary>All recordings of a corpus, each read once.</summary>
/// <param name="Corpus">The corpus.</param>
/// <param name="Set">The feature set that was computed.</param>
/// <param name="Clips">Those that could be read, in the order of the corpus; at least one.</param>
/// <param name="LeftOut">The others, those that the corpus reader left out included, and why.</param>
public sealed record CorpusSurvey(
    Corpus Corpus, FeatureSet Set, IReadOnlyList<ClipFacts> Clips, IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>Names and units of <see cref="ClipFacts.Measures"/>.</summary>
    public static IReadOnlyList<FeatureRow> Measures => ClipMeasures.Rows;

    /// <summary>
    /// Reads and measures every recording, <paramref name="jobs"/> at a time; how many does not matter to the result.
    /// </summary>
    /// <exception cref="BadFileException">Not one recording could be read.</exception>
    /// <exception cref="OperationCanceledException">Cancelled between two recordings.</exception>
    public static CorpusSurvey Read(
        Corpus corpus, FeatureSet set, int jobs, IProgress<BatchProgress>? progress = null,
        CancellationToken cancel = default)
    {
        var (count, analyzer) = (corpus.Utterances.Count, new Analyzer(set.Rate, new StftOptions()));
        var (clips, failures) = (new ClipFacts?[count], new LeftOut?[count]);
        var (done, leftOut) = (0, 0);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, jobs), CancellationToken = cancel };
        Parallel.For(0, count, parallel, i =>
        {
            try
            {
                clips[i] = Measure(corpus.Utterances[i], set, analyzer);
            }
            catch (BadFileException bad)
            {
                failures[i] = new LeftOut(corpus.Utterances[i].File, bad.Message);
                Interlocked.Increment(ref leftOut);
            }
            progress?.Report(new BatchProgress(Interlocked.Increment(ref done), count, leftOut, Stored: 0));
        });
        ClipFacts[] read = [.. clips.OfType<ClipFacts>()];
        LeftOut[] left = [.. corpus.LeftOut, .. failures.OfType<LeftOut>()];
        return read.Length > 0 ? new CorpusSurvey(corpus, set, read, left) : throw new BadFileException(
            corpus.Root, $"not one of {Wording.Number(left.Length, "recording")} could be read" +
            $"{(left.Length > 0 ? $", the first because: {left[0].Reason}" : ".")}",
            "Check that the folder holds sound files.");
    }

    private static ClipFacts Measure(Utterance utterance, FeatureSet set, Analyzer analyzer)
    {
        var sound = AudioFile.Read(utterance.File);
        var own = sound.ToMono();
        var clip = Resampler.Resample(own, set.Rate);
        var features = set.Compute(clip);
        using var analysis = analyzer.Of(clip);
        return new ClipFacts(
            utterance, own.Duration, sound.Rate, sound.Channels, ClipMeasures.Of(analysis),
            ClipMeasures.InDecibels(ClipMeasures.RowMeans(features, set.Rows.Count), set.Rows));
    }
}
