using System.Runtime.ExceptionServices;
using SerLab.Audio;
using SerLab.Files;

namespace SerLab.Corpora;

/// <summary>How far the making of a corpus is.</summary>
/// <param name="Done">Clips that are there.</param>
/// <param name="Total">Clips in all.</param>
public sealed record CorpusProgress(int Done, int Total);

/// <summary>
/// The built-in corpus: "Say the word …" spoken by espeak-ng in TESS's seven emotions and TESS's layout, for trying
/// out and for experiments whose truth is known. Emotions are made by prosody and voice quality; each speaker
/// expresses them in an own way, as actors do.
/// </summary>
public static class BuiltinCorpus
{
    /// <summary>Its name among the corpora.</summary>
    public const string Name = "builtin";

    /// <summary>What was planted (<see cref="BuiltinTruth"/>); written last, so it marks a finished corpus.</summary>
    public const string TruthFile = "truth.json";

    private const string OptionsFile = "options.json";
    private const string SpeakersFile = "speakers.csv";

    /// <summary>
    /// Writes the corpus: 16-bit WAV at 22,050 Hz, <c>speakers.csv</c>, <c>options.json</c>, <c>truth.json</c>. Clips
    /// that are there already are kept, so an interrupted run is completed and a finished one left as it is.
    /// </summary>
    /// <param name="folder">Where; made when missing.</param>
    /// <param name="options">What; the default options make 4 × 40 × 7 = 1,120 clips.</param>
    /// <param name="progress">Told after every clip, from several threads.</param>
    /// <param name="cancellation">Stops between clips.</param>
    /// <exception cref="BadOptionException">The options cannot hold.</exception>
    /// <exception cref="BadFileException">The folder holds something else, or a corpus of other options.</exception>
    /// <exception cref="SerLabException">espeak-ng is not installed.</exception>
    public static BuiltinTruth Write(
        string folder, BuiltinOptions options, IProgress<CorpusProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        options.Validate();
        Claim(folder, options);
        var plan = new BuiltinPlan(options);
        Csv.WriteRows(
            Path.Combine(folder, SpeakersFile), ["speaker", "sex"],
            plan.Voices.Select(v => new object?[] { v.Code, v.Sex.ToString().ToLowerInvariant() }));
        var truth = new BuiltinTruth(options, plan.Styles, Render(folder, plan, progress, cancellation));
        Json.Write(Path.Combine(folder, TruthFile), truth);
        return truth;
    }

    /// <summary>What was planted in a corpus that <see cref="Write"/> finished.</summary>
    /// <exception cref="BadFileException">It is not there or not whole.</exception>
    public static BuiltinTruth ReadTruth(string folder) => Json.Read<BuiltinTruth>(Path.Combine(folder, TruthFile));

    private static void Claim(string folder, BuiltinOptions options)
    {
        var path = Path.Combine(folder, OptionsFile);
        if (!File.Exists(path))
        {
            CheckEmpty(folder);
            Json.Write(path, options);
        }
        else if (Json.ToText(Json.Read<BuiltinOptions>(path)) != Json.ToText(options))
        {
            throw new BadFileException(
                folder, $"a corpus with other options is there ({OptionsFile}).",
                "Choose another folder, or delete this one first.");
        }
    }

    private static void CheckEmpty(string folder)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new BadFileException(
                folder, "it holds other files.", "Choose an empty or a new folder for the built-in corpus.");
        }
    }

    private static ClipTruth[] Render(
        string folder, BuiltinPlan plan, IProgress<CorpusProgress>? progress, CancellationToken cancellation)
    {
        var takes = plan.Takes;
        var clips = new ClipTruth[takes.Count];
        var done = 0;
        try
        {
            Parallel.For(0, takes.Count, Workers(cancellation), n =>
            {
                clips[n] = plan.Truth(takes[n], Seconds(folder, plan, takes[n]));
                progress?.Report(new CorpusProgress(Interlocked.Increment(ref done), takes.Count));
            });
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }

        return clips;
    }

    private static double Seconds(string folder, BuiltinPlan plan, BuiltinPlan.Take take)
    {
        var path = Path.Combine(folder, take.File);
        if (File.Exists(path))
        {
            return AudioFile.Load(path, rate: null).Duration;
        }

        var clip = plan.Render(take);
        AudioFile.Write(path, clip);
        return clip.Duration;
    }

    private static ParallelOptions Workers(CancellationToken cancellation) =>
        new() { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
}
