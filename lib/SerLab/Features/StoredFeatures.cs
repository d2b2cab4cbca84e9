using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using SerLab.Audio;
using SerLab.Files;

namespace SerLab.Features;

/// <summary>What a folder of the store holds; its JSON decides the folder's name.</summary>
/// <param name="Version"><see cref="FeatureStore.Version"/>.</param>
/// <param name="Options">The options of the set.</param>
/// <param name="Shape">Axes of one clip's array.</param>
internal sealed record StoredSet(int Version, FeatureOptions Options, IReadOnlyList<int> Shape)
{
    /// <summary>Of which augmented copies; left out where it is of the clips themselves.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AugmentedCopy? Copy { get; init; }
}

/// <summary>The features of a recording.</summary>
/// <param name="Values">In C order.</param>
/// <param name="Place">Where the store has them; null where they could not be kept.</param>
/// <param name="WasStored">Whether they came from the store.</param>
internal sealed record StoredClip(float[] Values, RowPlace? Place, bool WasStored);

/// <summary>The features of one set in a store; for several threads at once.</summary>
internal sealed class StoredFeatures : IDisposable
{
    private readonly FeatureSet _set;
    private readonly string _store;
    private readonly RowFolder _rows;
    private readonly BadFileException? _refusal;

    public StoredFeatures(string store, FeatureSet set)
    {
        (_store, _set) = (store, set);
        var description = Json.ToText(new StoredSet(FeatureStore.Version, set.Options, set.Shape) { Copy = set.Copy }) + "\n";
        var folder = StoreFolder.For(store, description);
        _rows = new RowFolder(folder.Root, set.Size * sizeof(float));
        try
        {
            folder.Describe(description);
            _rows.Open();
        }
        catch (BadFileException refusal)
        {
            _refusal = refusal;
        }
    }

    /// <summary>What a user should know: damaged features that were computed again, and why some were not kept.</summary>
    public IEnumerable<string> Remarks
    {
        get
        {
            if (_rows.Damaged > 0)
            {
                yield return $"Damaged entries of the store {_store}, computed again: {_rows.Damaged}.";
            }
            if ((_refusal ?? Explained(_rows.Refusal)) is { } refusal)
            {
                yield return $"Not all features are kept in the store, though all were computed. {refusal.Message}";
            }
        }
    }

    /// <summary>The features of a recording: those kept for its content, else computed, and kept.</summary>
    /// <exception cref="BadFileException">The file cannot be read as sound.</exception>
    public StoredClip OfFile(string path)
    {
        using var audio = TryOpen(path);
        if (audio is null)
        {
            return new StoredClip(_set.OfFile(path), null, WasStored: false); // which says what is wrong with it
        }
        var key = Hash(audio, path);
        var values = GC.AllocateUninitializedArray<float>(_set.Size);
        if (_rows.Read(key, MemoryMarshal.AsBytes(values.AsSpan())) is { } place)
        {
            return new StoredClip(values, place, WasStored: true);
        }
        values = _set.Compute(AudioFile.Load(audio, path, _set.Rate));
        var isSettled = Hash(audio, path) == key; // else it was changed meanwhile, and these are of neither content
        return new StoredClip(values, isSettled ? Keep(key, values) : null, WasStored: false);
    }

    public void Dispose() => _rows.Dispose();

    private RowPlace? Keep(Digest key, float[] values) =>
        _refusal is null ? _rows.Add(key, MemoryMarshal.AsBytes<float>(values)) : null;

    private BadFileException? Explained(Exception? fault) => fault is null ? null : FileFaults.Explain(_store, fault);

    private static FileStream? TryOpen(string path)
    {
        try
        {
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
            if (stream.CanSeek)
            {
                return stream;
            }
            stream.Dispose(); // a pipe
            return null;
        }
        catch (Exception fault) when (FileFaults.IsFault(fault))
        {
            return null;
        }
    }

    private static Digest Hash(FileStream audio, string path)
    {
        try
        {
            audio.Position = 0;
            return Digest.Of(audio);
        }
        catch (IOException fault)
        {
            throw FileFaults.Explain(path, fault);
        }
    }
}
