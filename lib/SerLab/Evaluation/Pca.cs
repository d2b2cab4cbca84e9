using static TorchSharp.torch;

namespace SerLab.Evaluation;

/// <summary>
/// Principal components: the directions along which points vary most, scikit-learn's <c>PCA</c>. The sign of a
/// direction, which the mathematics leaves open, is such that its largest weight is positive.
/// </summary>
/// <param name="Scores">Each point along each direction [point][component].</param>
/// <param name="Shares">The share of all variance that each direction holds [component], falling.</param>
public sealed record Pca(double[][] Scores, double[] Shares)
{
    /// <summary>Finds the first directions; those that the points do not have hold 0.</summary>
    /// <param name="points">[point][column], finite; at least one point and one column.</param>
    /// <param name="components">How many directions, above 0.</param>
    public static Pca Of(IReadOnlyList<double[]> points, int components)
    {
        var (count, columns) = (points.Count, points[0].Length);
        using var graph = no_grad();
        using var scope = NewDisposeScope();
        var x = tensor([.. points.SelectMany(point => point)], [count, columns], ScalarType.Float64);
        var (u, s, vh) = linalg.svd(x - x.mean([0], keepdim: true), fullMatrices: false);
        double[] left = Values(u), values = Values(s), weights = Values(vh); // [point, k], [k], [k, column]
        var total = values.Sum(value => value * value);
        var scores = points.Select(_ => new double[components]).ToArray();
        var shares = new double[components];
        for (var k = 0; k < Math.Min(components, values.Length) && total > 0; k++)
        {
            shares[k] = values[k] * values[k] / total;
            var signed = values[k] * Math.Sign(weights.AsSpan(k * columns, columns).ToArray().MaxBy(Math.Abs));
            for (var point = 0; point < count; point++)
            {
                scores[point][k] = signed * left[point * values.Length + k];
            }
        }
        return new Pca(scores, shares);
    }

    private static double[] Values(Tensor tensor)
    {
        using var values = tensor.data<double>();
        return values.ToArray();
    }
}
