using System.Numerics.Tensors;

namespace SerLab.Evaluation;

/// <summary>The nearest other points of each point, by the straight distance.</summary>
/// <param name="Of">[point][neighbour], nearest first; of equally near ones the earlier first.</param>
public sealed record Neighbours(int[][] Of)
{
    /// <summary>Finds them.</summary>
    /// <param name="points">[point][column], finite, the columns of like sizes.</param>
    /// <param name="count">How many a point; fewer where there are not as many other points.</param>
    /// <param name="cancel">Ends the work between two points.</param>
    public static Neighbours Find(IReadOnlyList<double[]> points, int count, CancellationToken cancel = default)
    {
        var nearest = new int[points.Count][];
        Parallel.For(0, points.Count, new ParallelOptions { CancellationToken = cancel }, i =>
        {
            var distances = points.Select(point => TensorPrimitives.Distance<double>(points[i], point)).ToArray();
            var others = Enumerable.Range(0, points.Count).Where(j => j != i);
            nearest[i] = [.. others.OrderBy(j => distances[j]).Take(count)];
        });
        return new Neighbours(nearest);
    }

    /// <summary>How often neighbours have the same label; at least two points.</summary>
    /// <param name="labels">The label of each point.</param>
    public Agreement Agree(IReadOnlyList<string> labels)
    {
        var shares = Of.Select((near, i) => near.Average(j => labels[j] == labels[i] ? 1.0 : 0.0));
        var pairs = labels.CountBy(label => label).Sum(group => (double)group.Value * (group.Value - 1));
        return new Agreement(shares.Average(), pairs / ((double)labels.Count * (labels.Count - 1)));
    }
}
