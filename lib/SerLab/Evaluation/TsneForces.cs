using System.Numerics;

namespace SerLab.Evaluation;

/// <summary>What pulls and pushes the points of a t-SNE map, every point by every other.</summary>
/// <param name="joint">How near they shall be [point · point], in sum 1.</param>
/// <param name="count">Number of points.</param>
internal sealed class TsneForces(float[] joint, int count)
{
    private readonly Sums[] _sums = new Sums[count];

    /// <summary>The gradient of the divergence at places (x, y).</summary>
    /// <param name="x">First coordinates [point].</param>
    /// <param name="y">Second coordinates [point].</param>
    /// <param name="exaggeration">By how much the affinities are enlarged.</param>
    /// <param name="gradientX">Receives the slope along x [point].</param>
    /// <param name="gradientY">Receives the slope along y [point].</param>
    public void Gradient(float[] x, float[] y, float exaggeration, float[] gradientX, float[] gradientY)
    {
        Parallel.For(0, count, i => _sums[i] = Row(i, x, y));
        var total = _sums.Sum(sums => (double)sums.Near);
        for (var i = 0; i < count; i++)
        {
            var s = _sums[i];
            gradientX[i] = (float)(4 * (exaggeration * s.PullX - s.PushX / total));
            gradientY[i] = (float)(4 * (exaggeration * s.PullY - s.PushY / total));
        }
    }

    /// <summary>The Kullback–Leibler divergence of the map from the affinities in nats, made small by t-SNE.</summary>
    public double Divergence(float[] x, float[] y)
    {
        var rows = new (double Near, double Cross)[count];
        Parallel.For(0, count, i =>
        {
            var (near, cross) = (-1.0, 0.0); // without the point itself
            for (var j = 0; j < count; j++)
            {
                var (dx, dy) = ((double)x[i] - x[j], (double)y[i] - y[j]);
                var number = 1 / (1 + dx * dx + dy * dy);
                var wanted = (double)joint[i * count + j];
                near += number;
                cross += wanted > 0 ? wanted * Math.Log(wanted / number) : 0;
            }
            rows[i] = (near, cross);
        });
        // The sum of wanted · log(wanted / (number / total)), where the wanted add up to 1.
        return rows.Sum(row => row.Cross) + Math.Log(rows.Sum(row => row.Near));
    }

    private Sums Row(int i, float[] x, float[] y)
    {
        var (lanes, whole) = (Vector<float>.Count, count - count % Vector<float>.Count);
        var (hereX, hereY) = (new Vector<float>(x[i]), new Vector<float>(y[i]));
        Vector<float> pullX = default, pullY = default, pushX = default, pushY = default, near = default;
        for (var j = 0; j < whole; j += lanes)
        {
            var (dx, dy) = (hereX - new Vector<float>(x, j), hereY - new Vector<float>(y, j));
            var number = Vector<float>.One / (Vector<float>.One + dx * dx + dy * dy);
            var pull = number * new Vector<float>(joint, i * count + j);
            var push = number * number;
            (pullX, pullY) = (pullX + pull * dx, pullY + pull * dy);
            (pushX, pushY) = (pushX + push * dx, pushY + push * dy);
            near += number;
        }
        var sums = new Sums(
            Vector.Sum(pullX), Vector.Sum(pullY), Vector.Sum(pushX), Vector.Sum(pushY), Vector.Sum(near) - 1);
        for (var j = whole; j < count; j++)
        {
            var (dx, dy) = (x[i] - x[j], y[i] - y[j]);
            var number = 1 / (1 + dx * dx + dy * dy);
            var (pull, push) = (number * joint[i * count + j], number * number);
            sums = new Sums(
                sums.PullX + pull * dx, sums.PullY + pull * dy, sums.PushX + push * dx, sums.PushY + push * dy,
                sums.Near + number);
        }
        return sums;
    }

    private readonly record struct Sums(float PullX, float PullY, float PushX, float PushY, float Near);
}
