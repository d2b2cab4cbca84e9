using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using V = System.Runtime.Intrinsics.Vector512<double>;

namespace SerLab.Audio;

/// <summary>
/// Complex Fourier transforms of a power of two of points, eight at a time: each of the eight lanes of the vectors is a
/// transform of its own. In place, by decimation in frequency in steps of four points; results come out in the order
/// that <see cref="PlaceOf"/> tells. Safe to use from several threads.
/// </summary>
internal sealed unsafe class LaneFourier
{
    private readonly int _size;
    private readonly double[] _cos, _sin; // of −2πk/size
    private readonly int[] _place;

    public LaneFourier(int size)
    {
        _size = size;
        _cos = [.. Enumerable.Range(0, size).Select(k => Math.Cos(2 * Math.PI * k / size))];
        _sin = [.. Enumerable.Range(0, size).Select(k => -Math.Sin(2 * Math.PI * k / size))];
        _place = [.. Enumerable.Range(0, size).Select(frequency => Place(frequency, size))];
    }

    /// <summary>Where the result of a frequency stands.</summary>
    public int PlaceOf(int frequency) => _place[frequency];

    /// <summary>Transforms <c>size</c> complex points in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Transform(V* re, V* im)
    {
        fixed (double* cos = _cos, sin = _sin)
        {
            var (length, step) = (_size, 1);
            for (; length >= 4; length /= 4, step *= 4)
            {
                var quarter = length / 4;
                for (var group = 0; group < _size; group += length)
                {
                    FourPoints(re + group, im + group, quarter);
                    for (var k = 1; k < quarter; k++)
                    {
                        FourPoints(re + group + k, im + group + k, quarter);
                        Turn(re + group + k, im + group + k, quarter, cos, sin, k * step);
                    }
                }
            }
            for (var pair = 0; length == 2 && pair < _size; pair += 2)
            {
                (re[pair], re[pair + 1]) = (re[pair] + re[pair + 1], re[pair] - re[pair + 1]);
                (im[pair], im[pair + 1]) = (im[pair] + im[pair + 1], im[pair] - im[pair + 1]);
            }
        }
    }

    /// <summary>(re + i·im) · (cos + i·sin).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Re, V Im) Turn(V re, V im, double cos, double sin)
    {
        var (c, s) = (Vector512.Create(cos), Vector512.Create(sin));
        return (Vector512.MultiplyAddEstimate(re, c, -(im * s)), Vector512.MultiplyAddEstimate(re, s, im * c));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourPoints(V* re, V* im, int apart)
    {
        var (re0, re1, re2, re3) = (re[0], re[apart], re[2 * apart], re[3 * apart]);
        var (im0, im1, im2, im3) = (im[0], im[apart], im[2 * apart], im[3 * apart]);
        var (evenRe, evenIm, oddRe, oddIm) = (re0 + re2, im0 + im2, re1 + re3, im1 + im3);
        var (backRe, backIm, sideRe, sideIm) = (re0 - re2, im0 - im2, re1 - re3, im1 - im3);
        (re[0], im[0]) = (evenRe + oddRe, evenIm + oddIm);
        (re[apart], im[apart]) = (backRe + sideIm, backIm - sideRe);
        (re[2 * apart], im[2 * apart]) = (evenRe - oddRe, evenIm - oddIm);
        (re[3 * apart], im[3 * apart]) = (backRe - sideIm, backIm + sideRe);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Turn(V* re, V* im, int apart, double* cos, double* sin, int turn)
    {
        for (var n = 1; n < 4; n++)
        {
            (re[n * apart], im[n * apart]) = Turn(re[n * apart], im[n * apart], cos[n * turn], sin[n * turn]);
        }
    }

    // The last digit of a frequency, in base 4, says the quarter that it ends up in, and so on within the quarter.
    private static int Place(int frequency, int size) =>
        size >= 4 ? frequency % 4 * (size / 4) + Place(frequency / 4, size / 4) : frequency;
}
