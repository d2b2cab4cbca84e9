using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using V = System.Runtime.Intrinsics.Vector512<double>;

namespace SerLab.Audio;

/// <summary>
/// Squared magnitudes of windowed frames, eight frames at a time, in double precision: of 2048 points 3.3 µs a
/// frame, where libtorch's transform alone takes 4.7. The real frame is taken as half as many complex points, these
/// as a square of rows and columns, so that each step works on points that the nearest cache holds. The frame's length
/// is a power of two from <see cref="Smallest"/> on. Safe to use from several threads.
/// </summary>
internal sealed unsafe class FrameTransform
{
    /// <summary>The shortest frame it can transform.</summary>
    public const int Smallest = 32;

    /// <summary>Frames that are transformed together.</summary>
    public const int Lanes = 8;

    private readonly int _half, _columns, _rows, _rowLength;
    private readonly double[] _window, _cos, _sin; // of −2πk/size
    private readonly LaneFourier _alongRows, _alongColumns;
    private readonly int[] _place; // of each frequency's result
    private readonly ConcurrentBag<V[]> _rooms = []; // scratch memory, one for each thread that works at once

    /// <param name="window">The window [sample], as long as a frame.</param>
    public FrameTransform(double[] window)
    {
        var size = window.Length;
        _window = window;
        _half = size / 2;
        _rows = 1 << ((int.Log2(_half) + 1) / 2);
        _columns = _half / _rows;
        _rowLength = _columns + 1; // rows of a power of two would share the same places of the cache
        _cos = [.. Enumerable.Range(0, size).Select(k => Math.Cos(2 * Math.PI * k / size))];
        _sin = [.. Enumerable.Range(0, size).Select(k => -Math.Sin(2 * Math.PI * k / size))];
        (_alongColumns, _alongRows) = (new LaneFourier(_rows), new LaneFourier(_columns));
        _place = [.. Enumerable.Range(0, _half).Select(
            frequency => frequency % _rows * _rowLength + _alongRows.PlaceOf(frequency / _rows))];
    }

    /// <summary>Transforms eight frames.</summary>
    /// <param name="samples">Samples from the start of the first frame to the end of the eighth.</param>
    /// <param name="hop">Samples from one frame to the next.</param>
    /// <param name="power">Receives the squared magnitudes [bin, frame], from this frame on.</param>
    /// <param name="stride">Distance from bin to bin in <paramref name="power"/>.</param>
    public void Power(ReadOnlySpan<float> samples, int hop, Span<float> power, int stride)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samples.Length, 7 * hop + 2 * _half);
        ArgumentOutOfRangeException.ThrowIfLessThan(power.Length, _half * stride + Lanes);
        var room = _rooms.TryTake(out var used) ? used : new V[2 * (_rows * _rowLength + _rows) + 1];
        Power(samples, hop, room, power, stride);
        _rooms.Add(room);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Power(ReadOnlySpan<float> samples, int hop, V[] room, Span<float> power, int stride)
    {
        fixed (V* start = room)
        fixed (float* first = samples, result = power)
        {
            var re = (V*)(((nint)start + sizeof(V) - 1) / sizeof(V) * sizeof(V)); // no vector across two cache lines
            var im = re + _rows * _rowLength;
            FirstHalf(first, hop, re, im, im + _rows * _rowLength);
            for (var row = 0; row < _rows; row++)
            {
                _alongRows.Transform(re + row * _rowLength, im + row * _rowLength);
            }
            for (var bin = 0; bin <= _half / 2; bin++)
            {
                Untangle(bin, re, im, result + bin * stride, result + (_half - bin) * stride);
            }
        }
    }

    // Windows the samples, even ones as real and odd ones as imaginary parts, and transforms each column.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FirstHalf(float* samples, int hop, V* re, V* im, V* column)
    {
        fixed (double* window = _window, cos = _cos, sin = _sin)
        {
            for (var c = 0; c < _columns; c++)
            {
                for (var row = 0; row < _rows; row++)
                {
                    var at = 2 * (c + _columns * row);
                    column[row] = Gather(samples + at, hop) * window[at];
                    column[_rows + row] = Gather(samples + at + 1, hop) * window[at + 1];
                }
                _alongColumns.Transform(column, column + _rows);
                for (var row = 0; row < _rows; row++)
                {
                    var (from, to, turn) = (_alongColumns.PlaceOf(row), row * _rowLength + c, 2 * c * row);
                    (re[to], im[to]) = LaneFourier.Turn(column[from], column[_rows + from], cos[turn], sin[turn]);
                }
            }
        }
    }

    // Of the half-length transform Z: X[k] = E + wO and conj X[half − k] = E − wO, with the transforms of the even
    // samples E = (Z[k] + conj Z[half − k]) / 2 and of the odd ones O = (Z[k] − conj Z[half − k]) / 2i.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Untangle(int bin, V* re, V* im, float* power, float* mirrored)
    {
        var (here, there) = (_place[bin], _place[bin == 0 ? 0 : _half - bin]);
        var half = Vector512.Create(0.5);
        var (evenRe, evenIm) = ((re[here] + re[there]) * half, (im[here] - im[there]) * half);
        var (oddRe, oddIm) = LaneFourier.Turn(
            (im[here] + im[there]) * half, (re[there] - re[here]) * half, _cos[bin], _sin[bin]);
        Store(evenRe + oddRe, evenIm + oddIm, power);
        Store(evenRe - oddRe, evenIm - oddIm, mirrored);
    }

    // Rounded to single precision where numpy rounds: both parts, then the magnitude, as numpy's vector code takes it,
    // then its square. So sounds whose bins tie but for rounding, such as a click, have the peaks that librosa finds.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(V re, V im, float* power)
    {
        var a = Vector256.Abs(Vector256.Narrow(re.GetLower(), re.GetUpper()));
        var b = Vector256.Abs(Vector256.Narrow(im.GetLower(), im.GetUpper()));
        var (larger, smaller) = (Vector256.MaxNative(a, b), Vector256.MinNative(a, b));
        var ratio = smaller / Vector256.MaxNative(larger, Vector256.Create(float.Epsilon));
        var magnitude = larger * Vector256.Sqrt(Vector256.FusedMultiplyAdd(ratio, ratio, Vector256<float>.One));
        (magnitude * magnitude).Store(power);
    }

    // The same sample of eight frames.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Gather(float* sample, int hop)
    {
        var (low, high) = Vector256.Widen(Vector256.Create(
            sample[0], sample[hop], sample[2 * hop], sample[3 * hop],
            sample[4 * hop], sample[5 * hop], sample[6 * hop], sample[7 * hop]));
        return Vector512.Create(low, high);
    }
}
