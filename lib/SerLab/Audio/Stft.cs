using System.Runtime.InteropServices;
using SerLab.Files;
using static TorchSharp.torch;

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
    private readonly StftOptions _options;
    private readonly Tensor _window;

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
        _window = hann_window(options.FftSize).DetachFromDisposeScope();
    }

    /// <summary>Bins a frame: half the frame and one.</summary>
    public int Bins => _options.FftSize / 2 + 1;

    /// <summary>Frames that a signal gives: one, and one more for every whole hop.</summary>
    public int FrameCount(int samples) => 1 + samples / _options.Hop;

    /// <summary>Squared magnitudes of <paramref name="clip"/> [frame, bin].</summary>
    /// <exception cref="BadFileException">The clip has no samples.</exception>
    public PowerSpectrogram Power(Clip clip)
    {
        if (clip.Samples.Length == 0)
        {
            throw new BadFileException(clip.Source, "holds no samples.", "Leave the file out or record it again.");
        }
        using var graph = no_grad();
        using var scope = NewDisposeScope();
        var spectrum = view_as_real(fft.rfft(Frames(clip.Samples) * _window)); // [frame, bin, 2]
        var frames = (int)spectrum.shape[0];
        var power = new float[frames * Bins];
        SquaredMagnitudes(MemoryMarshal.Cast<byte, float>(spectrum.bytes), power);
        return new PowerSpectrogram(power, frames, Bins);
    }

    private Tensor Frames(float[] samples)
    {
        var centred = new float[samples.Length + _options.FftSize];
        samples.CopyTo(centred, _options.FftSize / 2);
        return tensor(centred).unfold(0, _options.FftSize, _options.Hop); // [frame, sample]
    }

    private static void SquaredMagnitudes(ReadOnlySpan<float> complex, Span<float> power)
    {
        for (var i = 0; i < power.Length; i++)
        {
            var (re, im) = (complex[2 * i], complex[2 * i + 1]);
            power[i] = re * re + im * im;
        }
    }
}
