using SerLab.Corpora;
using SerLab.Files;

namespace SerLab.Features;

/// <summary>One pass over many recordings.</summary>
internal sealed class FeatureBatch(
    IReadOnlyList<Utterance> utterances, FeatureSet set, int jobs, FeatureStore? store,
    IProgress<BatchProgress>? progress) : IDisposable
{
    private readonly StoredFeatures? _stored = store?.Open(set);
    private readonly List<Utterance> _used = [];
    private readonly List<LeftOut> _leftOut = [];
    private int _done, _failed, _found;

    /// <summary>The features of those that can be read, in order.</summary>
    public IEnumerable<StoredClip> Run(CancellationToken cancel)
    {
        var results = InOrder.Run(utterances.Count, Math.Max(1, jobs), Of, cancel);
        foreach (var (i, (clip, failure)) in results.Index())
        {
            if (clip is null)
            {
                _leftOut.Add(new LeftOut(utterances[i].File, failure!));
                continue;
            }
            _used.Add(utterances[i]);
            yield return clip;
        }
    }

    /// <summary>What became of it, after the last clip.</summary>
    /// <exception cref="BadFileException">Not one recording could be read.</exception>
    public BatchSummary Summary() => _used.Count > 0 || _leftOut.Count == 0
        ? new BatchSummary(_used, _leftOut, _found, [.. _stored?.Remarks ?? []])
        : throw new BadFileException(
            _leftOut[0].File,
            $"not one of {_leftOut.Count} recordings could be read, this one because: {_leftOut[0].Reason}",
            "Check that the folder holds sound files.");

    public void Dispose() => _stored?.Dispose();

    private (StoredClip? Clip, string? Failure) Of(int i)
    {
        var result = Try(utterances[i].File);
        Interlocked.Add(ref _failed, result.Clip is null ? 1 : 0);
        Interlocked.Add(ref _found, result.Clip is { WasStored: true } ? 1 : 0);
        progress?.Report(new BatchProgress(Interlocked.Increment(ref _done), utterances.Count, _failed, _found));
        return result;
    }

    private (StoredClip? Clip, string? Failure) Try(string file)
    {
        try
        {
            return (_stored?.OfFile(file) ?? new StoredClip(set.OfFile(file), null, WasStored: false), null);
        }
        catch (BadFileException bad)
        {
            return (null, bad.Message);
        }
    }
}
