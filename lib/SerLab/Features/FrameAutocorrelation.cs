using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace SerLab.Features;

/// <summary>
/// The autocorrelation of Hann-windowed frames divided by that of the window: Boersma (1993), "Accurate short-term
/// analysis of the fundamental frequency and the harmonics-to-noise ratio of a sampled sound", equations 6 to 9. A
/// signal of period T has 1 at lag T, whatever its frame cut off. Safe to use from several threads.
/// </summary>
internal sealed class FrameAutocorrelation
{
    private const int BlockFrames = 32; // together small enough to stay in the processor's cache

    private readonly int _lags;
    private readonly int _size;
    private readonly float[] _window;
    private readonly float[] _gains; // 1 / autocorrelation of the window [lag]

    /// <param name="window">Samples a frame, above 0.</param>
    /// <param name="lags">Lags wanted, from 0. Beyond three quarters of a frame they are given as 0.</param>
    public FrameAutocorrelation(int window, int lags)
    {
        _lags = lags;
        _size = (window + lags + 255) / 256 * 256; // room for no lag to wrap around, and a quick transform
        _window = [.. Enumerable.Range(0, window).Select(
            n => (float)(0.5 - 0.5 * Math.Cos(2 * Math.PI * (n + 0.5) / window)))];
        var total = TensorPrimitives.SumOfSquares(_window);
        _gains = [.. Enumerable.Range(0, lags).Select(lag => 4 * lag > 3 * window
            ? 0 // too little of the frame overlaps
            : total / TensorPrimitives.Dot<float>(_window.AsSpan(lag), _window.AsSpan(0, window - lag)))];
    }

    /// <summary>Receives one frame.</summary>
    /// <param name="frame">Its number; frame f is centred on sample f · hop.</param>
    /// <param name="peak">Largest of its windowed samples in size, within half a period of the centre.</param>
    /// <param name="correlation">
    /// The autocorrelation [lag], 1 at lag 0; all 0 for a constant frame. Valid during the call.
    /// </param>
    public delegate void Visitor(int frame, float peak, ReadOnlySpan<float> correlation);

    /// <summary>
    /// Shows every frame once, in order, less the mean of the samples within a period of its centre; samples beyond the
    /// ends count as that mean.
    /// </summary>
    /// <param name="samples">The signal, of moderate amplitude.</param>
    /// <param name="hop">Samples from frame to frame.</param>
    /// <param name="period">The longest period in samples.</param>
    /// <param name="visit">Called 1 + samples / hop times.</param>
    public void Visit(float[] samples, int hop, int period, Visitor visit)
    {
        using var graph = no_grad();
        using var scope = NewDisposeScope();
        var frames = 1 + samples.Length / hop;
        var block = zeros(Math.Min(frames, BlockFrames), _size); // [frame, sample]
        var peaks = new float[BlockFrames];
        for (var first = 0; first < frames; first += BlockFrames)
        {
            using var transform = NewDisposeScope();
            var count = Math.Min(BlockFrames, frames - first);
            for (var i = 0; i < count; i++)
            {
                var target = Floats(block).Slice(i * _size, _window.Length);
                peaks[i] = Window(samples, (first + i) * hop, period, target);
            }
            var power = fft.rfft(block.slice(0, 0, count, 1)).abs().square();
            var correlation = Floats(fft.irfft(power, _size)); // [frame, lag]
            for (var i = 0; i < count; i++)
            {
                visit(first + i, peaks[i], Normalize(correlation.Slice(i * _size, _lags)));
            }
        }
    }

    // The frame less the mean about its centre, times the window; returns the peak about its centre.
    private float Window(ReadOnlySpan<float> samples, int centre, int period, Span<float> windowed)
    {
        var start = centre - _window.Length / 2;
        var from = Math.Max(0, -start);
        var until = Math.Min(_window.Length, samples.Length - start);
        windowed.Clear();
        if (from >= until)
        {
            return 0;
        }
        var mean = TensorPrimitives.Average(Around(samples, centre, period));
        var target = windowed[from..until];
        TensorPrimitives.Subtract(samples[(start + from)..(start + until)], mean, target);
        TensorPrimitives.Multiply(target, _window.AsSpan(from, until - from), target);
        return Math.Abs(TensorPrimitives.MaxMagnitude(Around(target, centre - start - from, period / 2)));
    }

    // Samples up to a distance from a centre, at least one.
    private static ReadOnlySpan<float> Around(ReadOnlySpan<float> samples, int centre, int distance)
    {
        var from = Math.Clamp(centre - distance, 0, samples.Length - 1);
        return samples[from..Math.Clamp(centre + distance + 1, from + 1, samples.Length)];
    }

    private Span<float> Normalize(Span<float> correlation)
    {
        if (!(correlation[0] > 0))
        {
            correlation.Clear();
            return correlation;
        }
        TensorPrimitives.Divide(correlation, correlation[0], correlation);
        TensorPrimitives.Multiply(correlation, _gains, correlation);
        return correlation;
    }

    private static Span<float> Floats(Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);
}
