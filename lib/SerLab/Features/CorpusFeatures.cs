using SerLab.Corpora;
using SerLab.Files;

namespace SerLab.Features;

/// <summary>How far a batch of recordings has come.</summary>
/// <param name="Done">Recordings finished, those left out included.</param>
/// <param name="Total">Recordings in all.</param>
/// <param name="LeftOut">Recordings left out so far.</param>
public sealed record BatchProgress(int Done, int Total, int LeftOut);

/// <summary>Features of many recordings at once.</summary>
public static class CorpusFeatures
{
    /// <summary>
    /// Computes the features of each utterance, <paramref name="jobs"/> at a time; the result does not depend on that
    /// number. A recording that cannot be read is left out and told, never hidden.
    /// </summary>
    /// <exception cref="BadFileException">Not one recording could be read.</exception>
    /// <exception cref="OperationCanceledException">Cancelled between two recordings.</exception>
    public static FeatureTable Compute(
        IReadOnlyList<Utterance> utterances, FeatureSet set, int jobs,
        IProgress<BatchProgress>? progress = null, CancellationToken cancel = default)
    {
        var values = new float[(long)utterances.Count * set.Size];
        var failures = new string?[utterances.Count];
        var (done, leftOut) = (0, 0);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, jobs), CancellationToken = cancel };
        Parallel.For(0, utterances.Count, parallel, i =>
        {
            try
            {
                set.OfFile(utterances[i].File).CopyTo(values.AsSpan(i * set.Size));
            }
            catch (BadFileException bad)
            {
                failures[i] = bad.Message;
                Interlocked.Increment(ref leftOut);
            }
            progress?.Report(new BatchProgress(Interlocked.Increment(ref done), utterances.Count, leftOut));
        });
        return Keep(new FeatureTable(set, utterances, values, []), failures);
    }

    // Moves the rows that succeeded together.
    private static FeatureTable Keep(FeatureTable all, string?[] failures)
    {
        if (Array.TrueForAll(failures, failure => failure is null))
        {
            return all;
        }
        var kept = Enumerable.Range(0, failures.Length).Where(i => failures[i] is null).ToArray();
        var left = Enumerable.Range(0, failures.Length).Except(kept)
            .Select(i => new LeftOut(all.Utterances[i].File, failures[i]!)).ToArray();
        if (kept.Length == 0)
        {
            throw new BadFileException(
                left[0].File, $"not one of {left.Length} recordings could be read, this one because: {left[0].Reason}",
                "Check that the folder holds sound files.");
        }
        return new FeatureTable(all.Set, [.. kept.Select(i => all.Utterances[i])], all.Rows(kept), left);
    }
}
