namespace SerLab.Features;

/// <summary>
/// Mean and variance of each row over clips that come one by one, each read once (Chan, Golub and LeVeque, "Updating
/// formulae and a pairwise algorithm for computing sample variances", 1979).
/// </summary>
internal sealed class RowMoments(RowLayout layout)
{
    private const double Epsilon = 2.220446049250313e-16;

    private readonly double[] _means = new double[layout.Rows];
    private readonly double[] _squares = new double[layout.Rows]; // summed squares around the mean
    private readonly long[] _counts = new long[layout.Rows];

    /// <summary>Clips so far.</summary>
    public int Clips { get; private set; }

    /// <summary>Adds the values of a clip […, row, frame].</summary>
    public void Add(ReadOnlySpan<float> clip)
    {
        for (var (start, row) = (0, 0); start < clip.Length; start += layout.Frames, row = (row + 1) % layout.Rows)
        {
            AddLine(row, clip.Slice(start, layout.Frames));
        }
        Clips++;
    }

    /// <summary>
    /// Mean and population standard deviation of each row, the latter 1 for a row that is constant: one whose variance
    /// rounding alone could have made, as scikit-learn's <c>StandardScaler</c> has it.
    /// </summary>
    public RowScale ToScale() => new([.. _means], [.. Enumerable.Range(0, layout.Rows).Select(Deviation)]);

    private void AddLine(int row, ReadOnlySpan<float> line)
    {
        var sum = 0.0;
        foreach (var value in line)
        {
            sum += value;
        }
        var mean = sum / line.Length;
        var squares = 0.0;
        foreach (var value in line)
        {
            squares += (value - mean) * (value - mean);
        }
        var (before, after) = (_counts[row], _counts[row] + line.Length);
        var step = mean - _means[row];
        _means[row] += step * line.Length / after;
        _squares[row] += squares + step * step * before * line.Length / after;
        _counts[row] = after;
    }

    private double Deviation(int row) => IsConstant(row) ? 1 : Math.Sqrt(Variance(row));

    private double Variance(int row) => _squares[row] / _counts[row];

    private bool IsConstant(int row)
    {
        double count = _counts[row];
        var bound = count * _means[row] * Epsilon;
        return Variance(row) <= count * Epsilon * Variance(row) + bound * bound;
    }
}
