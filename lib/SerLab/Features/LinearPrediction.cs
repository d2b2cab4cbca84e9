using System.Numerics.Tensors;

namespace SerLab.Features;

/// <summary>Linear prediction by the method of Burg (1967).</summary>
internal static class LinearPrediction
{
    /// <summary>
    /// The prediction error filter 1 + a1 z⁻¹ + … that fits a frame best, forwards and backwards; always stable.
    /// </summary>
    /// <param name="frame">Samples, more than <paramref name="order"/>.</param>
    /// <param name="order">Number of coefficients after the 1.</param>
    /// <returns>order + 1 coefficients; 1 and zeros for silence.</returns>
    public static double[] Burg(ReadOnlySpan<double> frame, int order)
    {
        double[] filter = [1, .. new double[order]];
        var forward = frame[1..].ToArray();
        var backward = frame[..^1].ToArray();
        var (length, scratch) = (forward.Length, new double[forward.Length]);
        for (var i = 1; i <= order; i++)
        {
            var f = forward.AsSpan(forward.Length - length);
            var b = backward.AsSpan(0, length);
            var energy = TensorPrimitives.SumOfSquares<double>(f) + TensorPrimitives.SumOfSquares<double>(b);
            if (!(energy > 0))
            {
                break;
            }
            var reflection = -2 * TensorPrimitives.Dot<double>(f, b) / energy;
            Extend(filter.AsSpan(0, i + 1), reflection);
            f.CopyTo(scratch);
            TensorPrimitives.MultiplyAdd(b, reflection, f, f);
            TensorPrimitives.MultiplyAdd(scratch.AsSpan(0, length), reflection, b, b);
            length--;
        }
        return filter;
    }

    private static void Extend(Span<double> filter, double reflection)
    {
        for (var (low, high) = (0, filter.Length - 1); low <= high; low++, high--)
        {
            (filter[low], filter[high]) =
                (filter[low] + reflection * filter[high], filter[high] + reflection * filter[low]);
        }
    }
}
