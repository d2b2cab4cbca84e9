using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using SerLab.Files;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace SerLab.Audio;

/// <summary>How a short-time Fourier transform cuts the signal; defaults are librosa's.</summary>
public sealed record StftOptions
{
    /// <summary>Samples a frame, and the length of its Hann window; even, above 0.</summary>
    public int FftSize { get; init; } = 2048;

    /// <summary>Samples from one frame to the next; above 0.</summary>
    public int Hop { get; init; } = 512;
}

/// <summary>Power over time and frequency.</summary>
/// <param name="Values">Squared magnitudes [frame, bin], frame after frame.</param>
/// <param name="Frames">Number of frames.</param>
/// <param name="Bins">Number of frequency bins, from 0 Hz to half the rate.</param>
public sealed record PowerSpectrogram(float[] Values, int Frames, int Bins)
{
    /// <summary>The bins of one frame.</summary>
    public ReadOnlySpan<float> Frame(int frame) => Values.AsSpan(frame * Bins, Bins);
}

/// <summary>
/// Short-time Fourier transform with a periodic Hann window and frames centred on multiples of the hop, the signal
/// continued with zeros on both sides: <c>librosa.stft(y, pad_mode="constant")</c>. Safe to use from several threads.
/// </summary>
public sealed class Stft
{
    private const int BlockFrames = 32; // together small enough to stay in the processor's cache

    private readonly StftOptions _options;
    private readonly float[] _window;

    /// <summary>Prepares the window.</summary>
    /// <exception cref="BadOptionException">The frame is odd or empty, or the hop is not above 0.</exception>
    public Stft(StftOptions options)
    {
        if (options.FftSize < 2 || options.FftSize % 2 != 0 || options.Hop < 1)
        {
            throw new BadOptionException(
                $"An STFT with frames of {options.FftSize} and a hop of {options.Hop} samples cannot be made.",
                "Use an even frame above 0 and a hop above 0.");
        }
        _options = options;
        using var window = hann_window(options.FftSize);
        _window = Floats(window).ToArray();
    }

    /// <summary>Bins a frame: half the frame and one.</summary>
    public int Bins => _options.FftSize / 2 + 1;

    /// <summary>Frames that a signal gives: one, and one more for every whole hop.</summary>
    public int FrameCount(int samples) => 1 + samples / _options.Hop;

    /// <summary>Squared magnitudes of <paramref name="clip"/> [frame, bin].</summary>
    /// <exception cref="BadFileException">The clip has no samples.</exception>
    public PowerSpectrogram Power(Clip clip)
    {
        var frames = FrameCount(clip.Samples.Length);
        var power = new float[frames * Bins];
        Visit(clip, (frame, bins) => bins.CopyTo(power.AsSpan(frame * Bins)));
        return new PowerSpectrogram(power, frames, Bins);
    }

    /// <summary>Shows each frame's squared magnitudes once, in order, without keeping them all.</summary>
    /// <param name="clip">The signal.</param>
    /// <param name="visit">Receives the number of the frame and its power [bin], valid during the call.</param>
    /// <exception cref="BadFileException">The clip has no samples.</exception>
    public void Visit(Clip clip, Action<int, ReadOnlySpan<float>> visit)
    {
        if (clip.Samples.Length == 0)
        {
            throw new BadFileException(clip.Source, "holds no samples.", "Leave the file out or record it again.");
        }
        using var graph = no_grad();
        using var scope = NewDisposeScope();
        var frames = FrameCount(clip.Samples.Length);
        var block = empty(Math.Min(frames, BlockFrames), _options.FftSize); // [frame, sample]
        var power = new float[Bins];
        for (var first = 0; first < frames; first += BlockFrames)
        {
            using var transform = NewDisposeScope();
            var count = Math.Min(BlockFrames, frames - first);
            for (var i = 0; i < count; i++)
            {
                Window(clip.Samples, first + i, Floats(block).Slice(i * _options.FftSize, _options.FftSize));
            }
            var spectrum = Floats(view_as_real(fft.rfft(block.slice(0, 0, count, 1)))); // [frame, bin, 2]
            for (var i = 0; i < count; i++)
            {
                SquaredMagnitudes(spectrum.Slice(2 * i * Bins, 2 * Bins), power);
                visit(first + i, power);
            }
        }
    }

    // The samples around a multiple of the hop, times the window; 0 where there are none.
    private void Window(ReadOnlySpan<float> samples, int frame, Span<float> windowed)
    {
        var start = (long)frame * _options.Hop - _options.FftSize / 2;
        var from = (int)Math.Max(0, -start);
        var until = (int)Math.Min(_options.FftSize, samples.Length - start);
        windowed[..from].Clear();
        var covered = samples[(int)(start + from)..(int)(start + until)];
        TensorPrimitives.Multiply(covered, _window.AsSpan(from, until - from), windowed[from..until]);
        windowed[until..].Clear();
    }

    private static Span<float> Floats(Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);

    private static void SquaredMagnitudes(ReadOnlySpan<float> complex, Span<float> power)
    {
        var lanes = Vector<float>.Count;
        var i = 0;
        for (; i + lanes <= power.Length; i += lanes)
        {
            // Two vectors of (re, im) pairs: the low halves of the pairs are re, the high halves im.
            var first = Vector.AsVectorUInt64(new Vector<float>(complex[(2 * i)..]));
            var second = Vector.AsVectorUInt64(new Vector<float>(complex[(2 * i + lanes)..]));
            var re = Vector.AsVectorSingle(Vector.Narrow(first, second));
            var im = Vector.AsVectorSingle(Vector.Narrow(first >>> 32, second >>> 32));
            (re * re + im * im).CopyTo(power[i..]);
        }
        for (; i < power.Length; i++)
        {
            var (re, im) = (complex[2 * i], complex[2 * i + 1]);
            power[i] = re * re + im * im;
        }
    }
}
