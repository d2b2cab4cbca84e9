using System.Numerics.Tensors;

namespace SerLab.Evaluation;

/// <summary>How near points are to each other, as probabilities that add up to 1.</summary>
internal static class TsneAffinities
{
    private const double Tolerance = 1e-5; // of the entropy, in nats: scikit-learn's
    private const int MostSteps = 100;

    /// <summary>The joint probabilities [point · point], symmetric, 0 for a point with itself.</summary>
    public static float[] Of(IReadOnlyList<double[]> points, double perplexity, CancellationToken cancel)
    {
        var count = points.Count;
        var conditional = new double[count][];
        var parallel = new ParallelOptions { CancellationToken = cancel };
        Parallel.For(0, count, parallel, i => conditional[i] = Row(points, i, Math.Log(perplexity)));
        var joint = new float[count * count];
        Parallel.For(0, count, parallel, i =>
        {
            for (var j = 0; j < count; j++)
            {
                joint[i * count + j] = (float)((conditional[i][j] + conditional[j][i]) / (2 * count));
            }
        });
        return joint;
    }

    // The probability of each other point under a Gaussian around this one, as wide as the entropy asks.
    private static double[] Row(IReadOnlyList<double[]> points, int i, double entropy)
    {
        var distances = points.Select(point => Squared(points[i], point)).ToArray();
        distances[i] = double.PositiveInfinity;
        var nearest = distances.Min(); // taken off, so that no width makes all of them vanish
        var (beta, low, high) = (1.0, 0.0, double.PositiveInfinity);
        var row = new double[distances.Length];
        for (var step = 0; step < MostSteps; step++)
        {
            var difference = Fill(row, distances, nearest, beta) - entropy;
            if (Math.Abs(difference) <= Tolerance)
            {
                break;
            }
            (low, high) = difference > 0 ? (beta, high) : (low, beta);
            beta = double.IsPositiveInfinity(high) ? 2 * beta : (low + high) / 2;
        }
        return row;
    }

    // Gives the entropy of what it fills in.
    private static double Fill(double[] row, double[] distances, double nearest, double beta)
    {
        var (sum, weighted) = (0.0, 0.0);
        for (var j = 0; j < row.Length; j++)
        {
            var distance = distances[j] - nearest;
            row[j] = Math.Exp(-beta * distance);
            sum += row[j];
            weighted += row[j] > 0 ? row[j] * distance : 0;
        }
        TensorPrimitives.Divide(row, sum, row);
        return Math.Log(sum) + beta * weighted / sum;
    }

    private static double Squared(double[] a, double[] b)
    {
        var distance = TensorPrimitives.Distance<double>(a, b);
        return distance * distance;
    }
}
