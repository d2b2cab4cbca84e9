using SerLab.Corpora;
using SerLab.Files;

namespace SerLab.Features;

/// <summary>How far a batch of recordings has come.</summary>
/// <param name="Done">Recordings finished, those left out included.</param>
/// <param name="Total">Recordings in all.</param>
/// <param name="LeftOut">Recordings left out so far.</param>
/// <param name="Stored">Recordings so far whose features came from the store.</param>
public sealed record BatchProgress(int Done, int Total, int LeftOut, int Stored = 0);

/// <summary>What became of a batch of recordings.</summary>
/// <param name="Utterances">Those whose features there are, in the order of the batch.</param>
/// <param name="LeftOut">Recordings that could not be used, and why.</param>
/// <param name="Stored">How many features came from the store.</param>
/// <param name="Remarks">What a user should know of the store; usually nothing.</param>
public sealed record BatchSummary(
    IReadOnlyList<Utterance> Utterances, IReadOnlyList<LeftOut> LeftOut, int Stored, IReadOnlyList<string> Remarks);

/// <summary>
/// Features of many recordings, several at a time; the result depends neither on how many nor on what the store holds.
/// A recording that cannot be read is left out and told, never hidden.
/// </summary>
public static class CorpusFeatures
{
    /// <summary>Computes the features of each utterance, <paramref name="jobs"/> at a time.</summary>
    /// <returns>
    /// Rows that lie memory-mapped in the store, or in memory without one (and those that it could not keep).
    /// </returns>
    /// <exception cref="BadFileException">Not one recording could be read.</exception>
    /// <exception cref="OperationCanceledException">Cancelled between two recordings.</exception>
    public static FeatureTable Compute(
        IReadOnlyList<Utterance> utterances, FeatureSet set, int jobs,
        IProgress<BatchProgress>? progress = null, CancellationToken cancel = default, FeatureStore? store = null)
    {
        using var batch = new FeatureBatch(utterances, set, jobs, store, progress);
        var clips = batch.Run(cancel).Select(clip => clip.Place is null ? clip : clip with { Values = [] }).ToArray();
        return FeatureTable.Of(set, clips, batch.Summary());
    }

    /// <summary>
    /// Writes the features of each utterance to a .npy file [utterance, …shape of the set] while they are computed;
    /// the memory it takes does not grow with their number.
    /// </summary>
    /// <exception cref="BadFileException">
    /// Not one recording could be read, or the file cannot be written; there is no file then.
    /// </exception>
    /// <exception cref="OperationCanceledException">Cancelled between two recordings.</exception>
    public static BatchSummary Write(
        string path, IReadOnlyList<Utterance> utterances, FeatureSet set, int jobs,
        IProgress<BatchProgress>? progress = null, CancellationToken cancel = default, FeatureStore? store = null)
    {
        using var batch = new FeatureBatch(utterances, set, jobs, store, progress);
        BatchSummary? summary = null;
        Npy.WriteRows(path, [.. set.Shape], Rows());
        return summary!;

        IEnumerable<float[]> Rows()
        {
            foreach (var clip in batch.Run(cancel))
            {
                yield return clip.Values;
            }
            summary = batch.Summary(); // which refuses an empty batch before the file appears
        }
    }

    /// <summary>The features of one recording, from the store where it has them.</summary>
    /// <param name="path">The recording.</param>
    /// <param name="set">Which features.</param>
    /// <param name="store">Where they are kept; nowhere without it.</param>
    /// <param name="remarks">What a user should know of the store; usually nothing.</param>
    /// <exception cref="BadFileException">The file cannot be read as sound.</exception>
    public static float[] OfFile(string path, FeatureSet set, FeatureStore? store, out IReadOnlyList<string> remarks)
    {
        using var stored = store?.Open(set);
        var values = stored?.OfFile(path).Values ?? set.OfFile(path);
        remarks = [.. stored?.Remarks ?? []];
        return values;
    }
}
