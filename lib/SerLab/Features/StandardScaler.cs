namespace SerLab.Features;

/// <summary>
/// Brings each row of features (each mel band) to mean 0 and variance 1: scikit-learn's <c>StandardScaler</c> with the
/// frames of all clips as samples. Only the training part of a split can fit one (<c>train.FitScaler(table)</c>).
/// </summary>
/// <param name="Mean">Mean of each row [row].</param>
/// <param name="Scale">Standard deviation (population) of each row [row]; 1 for a row that is constant.</param>
public sealed record StandardScaler(IReadOnlyList<double> Mean, IReadOnlyList<double> Scale)
{
    /// <summary>Scales features [example, …, row, frame] in place.</summary>
    /// <param name="values">The features, C order.</param>
    /// <param name="frames">Length of the last axis.</param>
    public void Apply(Span<float> values, int frames)
    {
        for (var (start, row) = (0, 0); start < values.Length; start += frames, row = (row + 1) % Mean.Count)
        {
            var (mean, factor) = ((float)Mean[row], (float)(1 / Scale[row]));
            var line = values.Slice(start, frames);
            for (var i = 0; i < line.Length; i++)
            {
                line[i] = (line[i] - mean) * factor;
            }
        }
    }

    /// <summary>Measures the given utterances of a table whose set ends in the axes [row, frame].</summary>
    internal static StandardScaler Fit(FeatureTable table, IReadOnlyList<int> utterances)
    {
        var (rows, frames) = (table.Set.Shape[^2], table.Set.Shape[^1]);
        var count = (double)utterances.Count * frames * (table.Set.Size / rows / frames);
        var mean = Averages(table, utterances, rows, Sum, count, new double[rows]);
        var variance = Averages(table, utterances, rows, SquaresAround, count, mean);
        return new StandardScaler(mean, [.. mean.Zip(variance, (m, v) => IsConstant(m, v, count) ? 1 : Math.Sqrt(v))]);
    }

    // Of each row [row]: the sum over its lines (one an utterance and channel), divided by the number of values.
    private static double[] Averages(
        FeatureTable table, IReadOnlyList<int> utterances, int rows, Func<ReadOnlySpan<float>, double, double> sum,
        double count, double[] centre)
    {
        var (sums, frames) = (new double[rows], table.Set.Shape[^1]);
        foreach (var utterance in utterances)
        {
            var values = table.Row(utterance);
            for (var line = 0; line < values.Length / frames; line++)
            {
                sums[line % rows] += sum(values.Slice(line * frames, frames), centre[line % rows]);
            }
        }
        return Array.ConvertAll(sums, total => total / count);
    }

    private static double Sum(ReadOnlySpan<float> line, double centre)
    {
        var sum = 0.0;
        foreach (var value in line)
        {
            sum += value;
        }
        return sum;
    }

    private static double SquaresAround(ReadOnlySpan<float> line, double centre)
    {
        var sum = 0.0;
        foreach (var value in line)
        {
            sum += (value - centre) * (value - centre);
        }
        return sum;
    }

    // scikit-learn's rule: what rounding alone could make of a constant row.
    private static bool IsConstant(double mean, double variance, double count)
    {
        const double Epsilon = 2.220446049250313e-16;
        var bound = count * mean * Epsilon;
        return variance <= count * Epsilon * variance + bound * bound;
    }
}
