using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using V = System.Runtime.Intrinsics.Vector512<double>;

namespace SerLab.Audio;

/// <summary>
/// Complex Fourier transforms of a power of two of points, eight at a time: each of the eight lanes of the vectors is a
/// transform of its own. In place, by decimation in frequency in steps of eight points; results come out in the order
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
            for (; length >= 8; length /= 8, step *= 8)
            {
                for (var group = 0; group < _size; group += length)
                {
                    for (var k = 0; k < length / 8; k++)
                    {
                        EightPoints(re + group + k, im + group + k, length / 8);
                        for (var n = 1; n < 8 && k > 0; n++)
                        {
                            var (at, turn) = (group + k + n * (length / 8), n * k * step);
                            (re[at], im[at]) = Turn(re[at], im[at], cos[turn], sin[turn]);
                        }
                    }
                }
            }
            for (var four = 0; length == 4 && four < _size; four += 4)
            {
                V* r = re + four, i = im + four;
                FourPoints(r, i, 1, r[0], i[0], r[1], i[1], r[2], i[2], r[3], i[3]);
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

    // The even results are the transform of the sums of points half way apart, the odd ones that of their differences,
    // each turned by an eighth of a circle more than the one before.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void EightPoints(V* re, V* im, int apart)
    {
        V* re4 = re + 4 * apart, im4 = im + 4 * apart;
        var (one, two, three) = (apart, 2 * apart, 3 * apart);
        var half = Vector512.Create(Math.Sqrt(0.5));
        var (re5, im5) = (re[one] - re4[one], im[one] - im4[one]);
        var (re6, im6) = (re[two] - re4[two], im[two] - im4[two]);
        var (re7, im7) = (re[three] - re4[three], im[three] - im4[three]);
        var (first, firstIm) = (re[0] - re4[0], im[0] - im4[0]);
        FourPoints(
            re, im, two, re[0] + re4[0], im[0] + im4[0], re[one] + re4[one], im[one] + im4[one],
            re[two] + re4[two], im[two] + im4[two], re[three] + re4[three], im[three] + im4[three]);
        FourPoints(
            re + one, im + one, two, first, firstIm, (re5 + im5) * half, (im5 - re5) * half,
            im6, -re6, (im7 - re7) * half, -(re7 + im7) * half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourPoints(
        V* re, V* im, int apart, V re0, V im0, V re1, V im1, V re2, V im2, V re3, V im3)
    {
        var (evenRe, evenIm, oddRe, oddIm) = (re0 + re2, im0 + im2, re1 + re3, im1 + im3);
        var (backRe, backIm, sideRe, sideIm) = (re0 - re2, im0 - im2, re1 - re3, im1 - im3);
        (re[0], im[0]) = (evenRe + oddRe, evenIm + oddIm);
        (re[apart], im[apart]) = (backRe + sideIm, backIm - sideRe);
        (re[2 * apart], im[2 * apart]) = (evenRe - oddRe, evenIm - oddIm);
        (re[3 * apart], im[3 * apart]) = (backRe - sideIm, backIm + sideRe);
    }

    // The last digit of a frequency, in base 8, says the eighth that it ends up in, and so on within the eighth.
    private static int Place(int frequency, int size) =>
        size >= 8 ? frequency % 8 * (size / 8) + Place(frequency / 8, size / 8) : frequency;
}
