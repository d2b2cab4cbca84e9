namespace SerLab.Evaluation;

/// <summary>
/// Points laid out in a plane so that near ones stay near: t-SNE (van der Maaten and Hinton, JMLR 9, 2008), exact, as
/// scikit-learn's <c>TSNE(method="exact", init="pca")</c> does it. It starts from the two principal components, so no
/// chance is in it. Only who is near whom means something; distances between groups and their sizes do not.
/// </summary>
/// <param name="Places">Where each point lies [point][2].</param>
/// <param name="Divergence">Kullback–Leibler divergence in nats, from 0: how much of nearness is lost.</param>
public sealed record Tsne(double[][] Places, double Divergence)
{
    private const int Exploring = 250;
    private const float Exaggeration = 12;

    /// <summary>Makes a map; time and memory grow with the square of the number of points (4 bytes a pair).</summary>
    /// <param name="points">[point][column], finite, the columns of like sizes; at least two points.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Receives the number of steps done.</param>
    /// <param name="cancel">Ends the work between two steps.</param>
    /// <exception cref="Files.BadOptionException">The options cannot hold for so many points.</exception>
    public static Tsne Of(
        IReadOnlyList<double[]> points, TsneOptions options, IProgress<int>? progress = null,
        CancellationToken cancel = default)
    {
        options.Check(points.Count);
        var forces = new TsneForces(TsneAffinities.Of(points, options.Perplexity, cancel), points.Count);
        var (x, y) = Start(points);
        var (alongX, alongY) = (new Descent(points.Count), new Descent(points.Count));
        var (slopeX, slopeY) = (new float[points.Count], new float[points.Count]);
        for (var step = 0; step < options.Iterations; step++)
        {
            cancel.ThrowIfCancellationRequested();
            var isExploring = step < Exploring;
            forces.Gradient(x, y, isExploring ? Exaggeration : 1, slopeX, slopeY);
            alongX.Step(x, slopeX, isExploring ? 0.5f : 0.8f);
            alongY.Step(y, slopeY, isExploring ? 0.5f : 0.8f);
            progress?.Report(step + 1);
        }
        return new Tsne([.. x.Zip(y, (a, b) => new double[] { a, b })], forces.Divergence(x, y));
    }

    // The principal components, shrunk until the first has a deviation of 0.0001.
    private static (float[] X, float[] Y) Start(IReadOnlyList<double[]> points)
    {
        var scores = Pca.Of(points, 2).Scores;
        var deviation = Math.Sqrt(scores.Average(score => score[0] * score[0]));
        var factor = deviation > 0 ? 1e-4 / deviation : 0;
        return ([.. scores.Select(score => (float)(factor * score[0]))],
            [.. scores.Select(score => (float)(factor * score[1]))]);
    }

    /// <summary>Gradient descent along one axis with momentum and a gain for each point.</summary>
    private sealed class Descent(int count)
    {
        private readonly float _rate = Math.Max(count / Exaggeration / 4, 50);
        private readonly float[] _speed = new float[count];
        private readonly float[] _gain = [.. Enumerable.Repeat(1f, count)];

        public void Step(float[] place, float[] slope, float momentum)
        {
            for (var i = 0; i < place.Length; i++)
            {
                // A point that goes on the way it went takes longer steps, one that turns shorter ones.
                _gain[i] = Math.Max(_speed[i] * slope[i] < 0 ? _gain[i] + 0.2f : _gain[i] * 0.8f, 0.01f);
                _speed[i] = momentum * _speed[i] - _rate * _gain[i] * slope[i];
                place[i] += _speed[i];
            }
        }
    }
}
