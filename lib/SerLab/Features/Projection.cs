using System.Runtime.Intrinsics;
using SerLab.Audio;

namespace SerLab.Features;

/// <summary>
/// Rows that are weighted sums of other rows, frame by frame: filter banks, cosine transforms. A row is kept from its
/// first to its last weight that is not 0. Safe to use from several threads.
/// </summary>
public sealed class Projection
{
    private const int Together = 4;

    private readonly Group[] _groups;

    /// <summary>Keeps the weights.</summary>
    /// <param name="rows">Of each result row: the first source row that counts, and the weights from there on.</param>
    public Projection(IEnumerable<(int First, float[] Weights)> rows)
    {
        (int First, float[] Weights)[] all = [.. rows];
        Rows = all.Length;
        _groups = [.. Groups(all)];
    }

    /// <summary>A matrix of weights [row, source row].</summary>
    public static Projection Of(int rows, int sources, Func<int, int, double> weight) => new(
        Enumerable.Range(0, rows).Select(row =>
            (0, Enumerable.Range(0, sources).Select(source => (float)weight(row, source)).ToArray())));

    /// <summary>Number of result rows.</summary>
    public int Rows { get; }

    /// <summary>Computes all rows of some frames.</summary>
    /// <param name="source">Source rows [source row, frame].</param>
    /// <param name="target">Receives the rows of these frames [row, frame], at their place in the clip.</param>
    public void Apply(FrameMatrix source, FrameMatrix target)
    {
        var offset = source.First - target.First;
        for (var frame = 0; frame < source.Frames; frame += FrameMatrix.Lanes)
        {
            foreach (var group in _groups)
            {
                var values = source.Values[Math.Min(group.First * source.Stride + frame, source.Values.Length)..];
                if (group.Weights.Length == Together)
                {
                    SumTogether(group.Weights, values, source.Stride, target, group.Row, offset + frame);
                }
                else
                {
                    Sum(group.Weights[0], values, source.Stride).CopyTo(target.PaddedRow(group.Row)[(offset + frame)..]);
                }
            }
        }
    }

    private static Vector512<float> Sum(float[] weights, ReadOnlySpan<float> values, int stride)
    {
        var (even, odd) = (Vector512<float>.Zero, Vector512<float>.Zero);
        for (var i = 0; i < weights.Length; i++)
        {
            (even, odd) = (odd, Vector512.MultiplyAddEstimate(
                Vector512.Create(values[(i * stride)..]), Vector512.Create(weights[i]), even));
        }
        return even + odd;
    }

    // Four rows over the same source rows, which are then read once.
    private static void SumTogether(
        float[][] weights, ReadOnlySpan<float> values, int stride, FrameMatrix target, int row, int frame)
    {
        var (sum0, sum1, sum2, sum3) =
            (Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero);
        var (w0, w1, w2, w3) = (weights[0], weights[1], weights[2], weights[3]);
        for (var i = 0; i < w0.Length; i++)
        {
            var value = Vector512.Create(values[(i * stride)..]);
            sum0 = Vector512.MultiplyAddEstimate(value, Vector512.Create(w0[i]), sum0);
            sum1 = Vector512.MultiplyAddEstimate(value, Vector512.Create(w1[i]), sum1);
            sum2 = Vector512.MultiplyAddEstimate(value, Vector512.Create(w2[i]), sum2);
            sum3 = Vector512.MultiplyAddEstimate(value, Vector512.Create(w3[i]), sum3);
        }
        sum0.CopyTo(target.PaddedRow(row)[frame..]);
        sum1.CopyTo(target.PaddedRow(row + 1)[frame..]);
        sum2.CopyTo(target.PaddedRow(row + 2)[frame..]);
        sum3.CopyTo(target.PaddedRow(row + 3)[frame..]);
    }

    private static IEnumerable<Group> Groups((int First, float[] Weights)[] rows)
    {
        for (var row = 0; row < rows.Length;)
        {
            var next = rows.AsSpan(row, Math.Min(Together, rows.Length - row)).ToArray();
            var same = next.Length == Together && Array.TrueForAll(
                next, other => other.First == next[0].First && other.Weights.Length == next[0].Weights.Length);
            var count = same ? Together : 1;
            yield return new Group(row, next[0].First, [.. next.Take(count).Select(one => one.Weights)]);
            row += count;
        }
    }

    private sealed record Group(int Row, int First, float[][] Weights);
}
