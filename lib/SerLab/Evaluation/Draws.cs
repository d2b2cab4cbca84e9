using SerLab.Splits;

namespace SerLab.Evaluation;

/// <summary>
/// Draws rows with replacement, a clip's or a speaker's together; no allocation a draw. A clip has several rows where
/// several models answered it.
/// </summary>
internal sealed class Draws
{
    private readonly SeededShuffle _random;
    private readonly int[][] _groups;
    private int[] _drawn;

    public Draws(Predictions predictions, ResampledUnit unit, long seed, int stream)
    {
        _random = new SeededShuffle(seed, stream);
        AllRows = [.. Enumerable.Range(0, predictions.Rows.Count)];
        _drawn = new int[AllRows.Length];
        _groups =
        [
            .. AllRows.GroupBy(row => Key(predictions.Rows[row]), StringComparer.Ordinal)
                .Select(rows => rows.ToArray()),
        ];

        string Key(Prediction row) => unit == ResampledUnit.Clips ? row.File : row.Speaker;
    }

    public int[] AllRows { get; }

    public int Groups => _groups.Length;

    /// <summary>As many groups as there are; valid until the next call.</summary>
    public ReadOnlySpan<int> Next()
    {
        var filled = 0;
        for (var draw = 0; draw < _groups.Length; draw++)
        {
            var group = _groups[_random.Next(_groups.Length)];
            if (filled + group.Length > _drawn.Length)
            {
                Array.Resize(ref _drawn, 2 * (filled + group.Length));
            }

            group.CopyTo(_drawn, filled);
            filled += group.Length;
        }

        return _drawn.AsSpan(0, filled);
    }
}
