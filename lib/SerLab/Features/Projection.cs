using System.Runtime.Intrinsics;
using SerLab.Audio;

namespace SerLab.Features;

/// <summary>
/// Rows that are weighted sums of other rows, frame by frame: filter banks, cosine transforms. A row is kept from its
/// first to its last weight that is not 0. Safe to use from several threads.
/// </summary>
public sealed class Projection
{
    private readonly (int First, float[] Weights)[] _rows;

    /// <summary>Keeps the weights.</summary>
    /// <param name="rows">Of each result row: the first source row that counts, and the weights from there on.</param>
    public Projection(IEnumerable<(int First, float[] Weights)> rows) => _rows = [.. rows];

    /// <summary>A matrix of weights [row, source row].</summary>
    public static Projection Of(int rows, int sources, Func<int, int, double> weight) => new(
        Enumerable.Range(0, rows).Select(row =>
        {
            float[] weights = [.. Enumerable.Range(0, sources).Select(source => (float)weight(row, source))];
            var first = Math.Max(0, Array.FindIndex(weights, w => w != 0));
            return (first, weights[first..(Array.FindLastIndex(weights, w => w != 0) + 1)]);
        }));

    /// <summary>Number of result rows.</summary>
    public int Rows => _rows.Length;

    /// <summary>Computes all rows of some frames.</summary>
    /// <param name="source">Source rows [source row, frame].</param>
    /// <param name="target">Receives the rows of these frames [row, frame], at their place in the clip.</param>
    public void Apply(FrameMatrix source, FrameMatrix target)
    {
        var offset = source.First - target.First;
        for (var frame = 0; frame < source.Frames; frame += FrameMatrix.Lanes)
        {
            for (var row = 0; row < _rows.Length; row++)
            {
                Sum(_rows[row], source, frame).CopyTo(target.PaddedRow(row)[(offset + frame)..]);
            }
        }
    }

    private static Vector512<float> Sum((int First, float[] Weights) row, FrameMatrix source, int frame)
    {
        var values = source.Values.AsSpan(row.First * source.Stride + frame);
        var (even, odd) = (Vector512<float>.Zero, Vector512<float>.Zero);
        var i = 0;
        for (; i + 1 < row.Weights.Length; i += 2)
        {
            var here = values[(i * source.Stride)..];
            even = Vector512.MultiplyAddEstimate(
                Vector512.Create<float>(here), Vector512.Create(row.Weights[i]), even);
            odd = Vector512.MultiplyAddEstimate(
                Vector512.Create<float>(here[source.Stride..]), Vector512.Create(row.Weights[i + 1]), odd);
        }
        return i == row.Weights.Length ? even + odd : even + odd + Vector512.Create<float>(
            values[(i * source.Stride)..]) * row.Weights[i];
    }
}
