namespace SerLab.Evaluation;

/// <summary>Columns of numbers beside each other, one row a clip.</summary>
public static class Columns
{
    /// <summary>
    /// Each column with mean 0 and variance 1, scikit-learn's <c>StandardScaler</c>; a constant one becomes 0. To look
    /// at clips, never to train on them: a scaler for a network is fitted on the training part alone.
    /// </summary>
    /// <param name="rows">[row][column], finite.</param>
    public static double[][] Standardised(IReadOnlyList<double[]> rows)
    {
        var scaled = rows.Select(row => new double[row.Length]).ToArray();
        for (var column = 0; rows.Count > 0 && column < rows[0].Length; column++)
        {
            var mean = rows.Average(row => row[column]);
            var deviation = Math.Sqrt(rows.Average(row => (row[column] - mean) * (row[column] - mean)));
            var isConstant = deviation <= 1e-12 * Math.Abs(mean);
            for (var row = 0; row < rows.Count; row++)
            {
                scaled[row][column] = isConstant ? 0 : (rows[row][column] - mean) / deviation;
            }
        }
        return scaled;
    }

    /// <summary>
    /// Pearson's correlation of each column with each [column, column], −1..1, over the rows in which neither is NaN;
    /// NaN where one of them is constant there: pandas' <c>DataFrame.corr</c>.
    /// </summary>
    /// <param name="rows">[row][column]; at least one row.</param>
    public static double[,] Correlations(IReadOnlyList<double[]> rows)
    {
        var count = rows[0].Length;
        var correlations = new double[count, count];
        for (var a = 0; a < count; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                correlations[a, b] = correlations[b, a] = Correlation(
                    [.. rows.Where(row => !double.IsNaN(row[a] + row[b])).Select(row => new[] { row[a], row[b] })]);
            }
        }
        return correlations;
    }

    private static double Correlation(double[][] pairs)
    {
        var scaled = Standardised(pairs);
        var isConstant = scaled.All(pair => pair[0] == 0) || scaled.All(pair => pair[1] == 0);
        return isConstant ? double.NaN : Math.Clamp(scaled.Average(pair => pair[0] * pair[1]), -1, 1);
    }
}
