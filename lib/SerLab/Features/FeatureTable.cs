using SerLab.Corpora;
using SerLab.Files;

namespace SerLab.Features;

/// <summary>
/// The features of a corpus. Rows that the store keeps are mapped into memory from there, so a table may be larger than
/// the memory; dispose it to let go of them.
/// </summary>
public sealed class FeatureTable : IDisposable
{
    private readonly IReadOnlyList<ReadOnlyMemory<float>> _rows;
    private readonly IReadOnlyCollection<MappedRows> _mapped;

    private FeatureTable(
        FeatureSet set, BatchSummary summary, IReadOnlyList<ReadOnlyMemory<float>> rows,
        IReadOnlyCollection<MappedRows> mapped)
    {
        (Set, Utterances, LeftOut, Remarks) = (set, summary.Utterances, summary.LeftOut, summary.Remarks);
        (_rows, _mapped) = (rows, mapped);
    }

    /// <summary>A table in memory.</summary>
    /// <param name="set">The set that made it.</param>
    /// <param name="utterances">Whose features it holds.</param>
    /// <param name="values">Features [utterance, …shape of the set], C order.</param>
    /// <param name="leftOut">Recordings that could not be used, and why.</param>
    public FeatureTable(
        FeatureSet set, IReadOnlyList<Utterance> utterances, float[] values, IReadOnlyList<LeftOut> leftOut)
        : this(
            set, new BatchSummary(utterances, leftOut, 0, []),
            [.. Enumerable.Range(0, values.Length / set.Size)
                .Select(i => new ReadOnlyMemory<float>(values, i * set.Size, set.Size))],
            [])
    {
    }

    /// <summary>The set that made them.</summary>
    public FeatureSet Set { get; }

    /// <summary>Those whose recordings could be read, in the order of the corpus.</summary>
    public IReadOnlyList<Utterance> Utterances { get; }

    /// <summary>Number of rows, one an utterance.</summary>
    public int Count => _rows.Count;

    /// <summary>Recordings that could not be used, and why.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; }

    /// <summary>What a user should know of the store; usually nothing.</summary>
    public IReadOnlyList<string> Remarks { get; }

    /// <summary>The features of one utterance, in C order; valid until <see cref="Dispose"/>.</summary>
    /// <exception cref="ObjectDisposedException">The table was disposed.</exception>
    public ReadOnlySpan<float> Row(int utterance) => _rows[utterance].Span;

    /// <summary>The features of some utterances, one after the other, copied into memory.</summary>
    /// <exception cref="BadOptionException">They are more than one array holds.</exception>
    public float[] Rows(IReadOnlyList<int> utterances)
    {
        var length = (long)utterances.Count * Set.Size;
        if (length > Array.MaxLength)
        {
            throw new BadOptionException(
                $"{utterances.Count} recordings with {Set.Size} features each are {length} numbers, more than the " +
                $"{Array.MaxLength} that one array in memory holds.",
                "Use fewer recordings or a smaller feature set.");
        }
        var rows = new float[length];
        for (var i = 0; i < utterances.Count; i++)
        {
            Row(utterances[i]).CopyTo(rows.AsSpan(i * Set.Size));
        }
        return rows;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var mapped in _mapped)
        {
            mapped.Dispose();
        }
    }

    /// <summary>The table of a finished batch; clips that are stored need no values.</summary>
    internal static FeatureTable Of(FeatureSet set, IReadOnlyList<StoredClip> clips, BatchSummary summary)
    {
        var mapped = new Dictionary<RowSegment, MappedRows>();
        return new FeatureTable(set, summary, [.. clips.Select(Row)], mapped.Values);

        ReadOnlyMemory<float> Row(StoredClip clip)
        {
            if (clip.Place is not { } place)
            {
                return clip.Values;
            }
            if (!mapped.TryGetValue(place.Segment, out var rows))
            {
                mapped[place.Segment] = rows = place.Segment.Map();
            }
            return rows.Row(place.Number);
        }
    }
}
