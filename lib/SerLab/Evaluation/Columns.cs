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
    /// Pearson's correlation of each column with each [column, column], −1..1; NaN beside a constant column, as numpy's
    /// <c>corrcoef</c> gives.
    /// </summary>
    /// <param name="rows">[row][column], finite; at least one row.</param>
    public static double[,] Correlations(IReadOnlyList<double[]> rows)
    {
        var scaled = Standardised(rows);
        var count = scaled[0].Length;
        var correlations = new double[count, count];
        for (var a = 0; a < count; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                var sum = scaled.Sum(row => row[a] * row[b]);
                var isConstant = scaled.All(row => row[a] == 0) || scaled.All(row => row[b] == 0);
                correlations[a, b] = isConstant ? double.NaN : Math.Clamp(sum / scaled.Length, -1, 1);
                correlations[b, a] = correlations[a, b];
            }
        }
        return correlations;
    }
}
