using System.Runtime.InteropServices;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace SerLab.Features;

/// <summary>
/// How much a signal differs from itself one period later, over the mean of that for all shorter periods: equation 8
/// of de Cheveigné and Kawahara, "YIN" (2002), near 0 at the period of a tone. As in librosa, the difference comes from
/// the autocorrelation of the zero-padded frame in single precision, with every rounding step in the same order: where
/// two periods are equally good, rounding alone decides, and it decides alike.
/// </summary>
internal static class YinDifference
{
    private const int BlockFrames = 16; // together small enough to stay in the processor's cache
    private const double Tiny = 2.2250738585072014e-308; // the smallest normal number: silence divides 0 by it

    /// <summary>Shows each frame's differences once, in order.</summary>
    /// <param name="analysis">The clip; frames are centred and continued with zeros.</param>
    /// <param name="range">Periods to look at.</param>
    /// <param name="visit">Gets the number of the frame and the differences [period], valid during the call.</param>
    public static void Visit(Analysis analysis, PitchRange range, Action<int, ReadOnlySpan<double>> visit)
    {
        var (length, frames) = (analysis.Tools.Frames.FftSize, analysis.Frames);
        var padded = TransformLength(2 * length - 1); // long enough for no lag to wrap around
        var differences = new double[range.Count];
        using var graph = no_grad();
        using var scope = NewDisposeScope();
        var block = zeros(Math.Min(frames, BlockFrames), padded); // [frame, sample]
        for (var first = 0; first < frames; first += BlockFrames)
        {
            using var transform = NewDisposeScope();
            var count = Math.Min(BlockFrames, frames - first);
            for (var i = 0; i < count; i++)
            {
                Cut(analysis, first + i, Floats(block).Slice(i * padded, length));
            }
            var spectrum = fft.rfft(block.slice(0, 0, count, 1)); // [frame, bin]
            Square(MemoryMarshal.Cast<byte, Complex32>(spectrum.bytes));
            var correlation = Floats(fft.irfft(spectrum, padded)); // [frame, lag]
            for (var i = 0; i < count; i++)
            {
                var lags = correlation.Slice(i * padded, range.MaxPeriod + 1);
                Normalize(Floats(block).Slice(i * padded, length), lags, range, differences);
                visit(first + i, differences);
            }
        }
    }

    /// <summary>
    /// Whether <paramref name="period"/> is a local minimum; of equal neighbours the first, and an end that its one
    /// neighbour exceeds.
    /// </summary>
    public static bool IsTrough(ReadOnlySpan<double> differences, int period)
    {
        var falls = period == 0 || differences[period] < differences[period - 1];
        var rises = period == differences.Length - 1 || (period == 0
            ? differences[period] < differences[period + 1]
            : differences[period] <= differences[period + 1]);
        return falls && rises;
    }

    /// <summary>
    /// Where between the periods the parabola through <paramref name="period"/> and its neighbours has its extremum;
    /// 0 at the ends and where that lies further away than a neighbour.
    /// </summary>
    public static double Shift(ReadOnlySpan<double> differences, int period)
    {
        if (period == 0 || period == differences.Length - 1)
        {
            return 0;
        }
        var bend = differences[period + 1] + differences[period - 1] - 2 * differences[period];
        var slope = (differences[period + 1] - differences[period - 1]) / 2;
        return Math.Abs(slope) >= Math.Abs(bend) ? 0 : -slope / bend;
    }

    // The samples around a multiple of the hop; 0 where there are none.
    private static void Cut(Analysis analysis, int frame, Span<float> cut)
    {
        var samples = analysis.Clip.Samples;
        var start = (long)frame * analysis.Tools.Frames.Hop - cut.Length / 2;
        var from = (int)Math.Max(0, -start);
        var until = (int)Math.Min(cut.Length, samples.Length - start);
        cut[..from].Clear();
        samples.AsSpan((int)(start + from), until - from).CopyTo(cut[from..]);
        cut[until..].Clear();
    }

    // The next length without a prime factor above 5, which scipy pads to: another would round otherwise.
    private static int TransformLength(int least)
    {
        var length = least;
        while (Without(5, Without(3, Without(2, length))) != 1)
        {
            length++;
        }
        return length;
    }

    private static int Without(int prime, int number) =>
        number % prime == 0 ? Without(prime, number / prime) : number;

    private static void Square(Span<Complex32> spectrum)
    {
        foreach (ref var bin in spectrum)
        {
            bin = new Complex32(bin.Re * bin.Re + bin.Im * bin.Im, 0);
        }
    }

    // librosa takes the energy before each lag from twice that of the frame, save for lag 1.
    private static void Normalize(
        ReadOnlySpan<float> frame, ReadOnlySpan<float> correlation, PitchRange range, Span<double> differences)
    {
        var energy = frame[0] * frame[0];
        var sum = 2 * (correlation[0] - correlation[1]);
        for (var period = 2; period <= range.MaxPeriod; period++)
        {
            energy += frame[period - 1] * frame[period - 1];
            var difference = 2 * (correlation[0] - correlation[period]) - energy;
            sum += difference;
            if (period >= range.MinPeriod)
            {
                differences[period - range.MinPeriod] = difference / ((double)sum / period + Tiny);
            }
        }
    }

    private static Span<float> Floats(Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);

    private readonly record struct Complex32(float Re, float Im);
}
