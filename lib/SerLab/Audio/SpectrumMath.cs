using System.Numerics;
using System.Numerics.Tensors;

namespace SerLab.Audio;

/// <summary>What spectrograms need beyond the tensor primitives.</summary>
internal static class SpectrumMath
{
    /// <summary>The smallest normal number of single precision, librosa's bound for what can be divided by.</summary>
    public const float SmallestNormal = 1.17549435e-38f;

    private const int Tile = 16; // rows and columns that stay in the cache together

    /// <summary>Magnitudes of complex numbers.</summary>
    /// <param name="complex">[number, 2].</param>
    /// <param name="magnitudes">Receives [number].</param>
    public static void Magnitudes(ReadOnlySpan<float> complex, Span<float> magnitudes)
    {
        var lanes = Vector<float>.Count;
        var i = 0;
        for (; i + lanes <= magnitudes.Length; i += lanes)
        {
            var (re, im) = Parts(complex[(2 * i)..]);
            Vector.SquareRoot(re * re + im * im).CopyTo(magnitudes[i..]);
        }
        for (; i < magnitudes.Length; i++)
        {
            var (re, im) = (complex[2 * i], complex[2 * i + 1]);
            magnitudes[i] = MathF.Sqrt(re * re + im * im);
        }
    }

    /// <summary>The real and the imaginary parts of as many complex numbers [number, 2] as a vector holds.</summary>
    public static (Vector<float> Re, Vector<float> Im) Parts(ReadOnlySpan<float> complex)
    {
        // Two vectors of (re, im) pairs: the low halves of the pairs are re, the high halves im.
        var first = Vector.AsVectorUInt64(new Vector<float>(complex));
        var second = Vector.AsVectorUInt64(new Vector<float>(complex[Vector<float>.Count..]));
        var re = Vector.AsVectorSingle(Vector.Narrow(first, second));
        var im = Vector.AsVectorSingle(Vector.Narrow(first >>> 32, second >>> 32));
        return (re, im);
    }

    /// <summary>Complex numbers of these absolute values and directions.</summary>
    /// <param name="magnitudes">[number].</param>
    /// <param name="cos">[number], of the angles.</param>
    /// <param name="sin">[number], of the angles.</param>
    /// <param name="complex">Receives [number, 2].</param>
    public static void Join(
        ReadOnlySpan<float> magnitudes, ReadOnlySpan<float> cos, ReadOnlySpan<float> sin, Span<float> complex)
    {
        var lanes = Vector<float>.Count;
        var i = 0;
        for (; i + lanes <= magnitudes.Length; i += lanes)
        {
            var magnitude = new Vector<float>(magnitudes[i..]);
            Vector.Widen(Vector.AsVectorUInt32(magnitude * new Vector<float>(cos[i..])), out var low, out var high);
            Vector.Widen(Vector.AsVectorUInt32(magnitude * new Vector<float>(sin[i..])), out var lowIm, out var highIm);
            Vector.AsVectorSingle(low | lowIm << 32).CopyTo(complex[(2 * i)..]);
            Vector.AsVectorSingle(high | highIm << 32).CopyTo(complex[(2 * i + lanes)..]);
        }
        for (; i < magnitudes.Length; i++)
        {
            complex[2 * i] = magnitudes[i] * cos[i];
            complex[2 * i + 1] = magnitudes[i] * sin[i];
        }
    }

    /// <summary>Multiplies complex numbers [number, 2] by real ones [number].</summary>
    public static void Scale(Span<float> complex, ReadOnlySpan<float> factors)
    {
        for (var i = 0; i < factors.Length; i++)
        {
            complex[2 * i] *= factors[i];
            complex[2 * i + 1] *= factors[i];
        }
    }

    /// <summary>Rows become columns.</summary>
    /// <param name="from">[row, column], each row <paramref name="stride"/> after the last.</param>
    /// <param name="stride">At least the number of columns.</param>
    /// <param name="to">Receives [column, row], each column <paramref name="toStride"/> after the last.</param>
    /// <param name="toStride">At least the number of rows.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="columns">Number of columns.</param>
    public static void Transpose(
        ReadOnlySpan<float> from, int stride, Span<float> to, int toStride, int rows, int columns)
    {
        for (var top = 0; top < rows; top += Tile)
        {
            for (var left = 0; left < columns; left += Tile)
            {
                for (var column = left; column < Math.Min(columns, left + Tile); column++)
                {
                    for (var row = top; row < Math.Min(rows, top + Tile); row++)
                    {
                        to[column * toStride + row] = from[row * stride + column];
                    }
                }
            }
        }
    }

    /// <summary>
    /// The place that a place beyond the ends of so many mirrors, the ends themselves included (2 1 0 0 1 2 2 1 0):
    /// scipy's 'reflect'.
    /// </summary>
    public static int Mirror(int place, int count)
    {
        var phase = (place % (2 * count) + 2 * count) % (2 * count);
        return phase < count ? phase : 2 * count - 1 - phase;
    }

    /// <summary>The share of each value beside another, both raised to a power: <c>softmask</c> in librosa.</summary>
    /// <param name="values">From 0.</param>
    /// <param name="others">From 0, as many; they are overwritten.</param>
    /// <param name="power">Exponent, above 0.</param>
    /// <param name="ofNothing">The share where both are 0.</param>
    /// <param name="shares">Receives 0..1.</param>
    public static void Shares(
        ReadOnlySpan<float> values, Span<float> others, float power, float ofNothing, Span<float> shares)
    {
        TensorPrimitives.Max(values, others, shares); // scaled by the larger, so that no power overflows
        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] = shares[i] < SmallestNormal ? float.NaN : shares[i];
        }
        TensorPrimitives.Divide(others, shares, others);
        TensorPrimitives.Divide(values, shares, shares);
        Raise(others, power);
        Raise(shares, power);
        TensorPrimitives.Add(shares, others, others);
        TensorPrimitives.Divide(shares, others, shares);
        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] = float.IsNaN(shares[i]) ? ofNothing : shares[i];
        }
    }

    private static void Raise(Span<float> values, float power)
    {
        if (power == 2)
        {
            TensorPrimitives.Multiply<float>(values, values, values);
        }
        else if (power != 1)
        {
            TensorPrimitives.Pow<float>(values, power, values);
        }
    }
}
