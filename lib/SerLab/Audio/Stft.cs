using System.Runtime.InteropServices;
using SerLab.Files;
using static TorchSharp.torch;

namespace SerLab.Audio;

/// <summary>How a short-time Fourier transform cuts the signal; defaults are librosa's.</summary>
public sealed record StftOptions
{
    /// <summary>Samples a frame, and the length of its Hann window; even, above 0, at most 1,048,576.</summary>
    public int FftSize { get; init; } = 2048;

    /// <summary>Samples from one frame to the next; above 0, at most 1,048,576.</summary>
    public int Hop { get; init; } = 512;
}

/// <summary>
/// Short-time Fourier transform with a periodic Hann window and frames centred on multiples of the hop, the signal
/// continued with zeros on both sides: <c>librosa.stft(y, pad_mode="constant")</c>, in double precision. Safe to use
/// from several threads.
/// </summary>
public sealed class Stft
{
    private const int Longest = 1 << 20; // samples of a frame or hop: 47 s at 22,050 Hz

    private readonly StftOptions _options;
    private readonly double[] _window;
    private readonly FrameTransform? _transform; // null where the frame is no power of two

    /// <summary>Prepares the window.</summary>
    /// <exception cref="BadOptionException">The frame is odd, empty or too long, or the hop is.</exception>
    public Stft(StftOptions options)
    {
        if (options.FftSize is < 2 or > Longest || options.FftSize % 2 != 0 || options.Hop is < 1 or > Longest)
        {
            throw new BadOptionException(
                $"An STFT with frames of {options.FftSize} and a hop of {options.Hop} samples cannot be made.",
                $"Use an even frame and a hop, both above 0 and at most {Longest}.");
        }
        _options = options;
        var size = options.FftSize;
        _window = HannWindow.Periodic(size);
        var fits = int.IsPow2(size) && size >= FrameTransform.Smallest;
        _transform = fits ? new FrameTransform(_window) : null;
    }

    /// <summary>Bins a frame: half the frame and one.</summary>
    public int Bins => _options.FftSize / 2 + 1;

    /// <summary>Frames that a signal gives: one, and one more for every whole hop.</summary>
    public int FrameCount(int samples) => 1 + samples / _options.Hop;

    /// <summary>Squared magnitudes of all frames of <paramref name="clip"/> [bin, frame].</summary>
    /// <exception cref="BadFileException">The clip has no samples.</exception>
    public FrameMatrix Power(Clip clip) => Power(clip, 0, FrameCount(clip.Samples.Length));

    /// <summary>Squared magnitudes of some frames of <paramref name="clip"/> [bin, frame].</summary>
    /// <param name="clip">The signal.</param>
    /// <param name="first">Number of the first frame.</param>
    /// <param name="frames">How many frames.</param>
    /// <exception cref="BadFileException">The clip has no samples.</exception>
    public FrameMatrix Power(Clip clip, int first, int frames)
    {
        var power = new FrameMatrix(Bins, frames, first);
        Fill(clip, power);
        return power;
    }

    /// <summary>Squared magnitudes of the frames that a matrix [bin, frame] has room for, from its first on.</summary>
    /// <exception cref="BadFileException">The clip has no samples.</exception>
    public void Fill(Clip clip, FrameMatrix power)
    {
        if (clip.Samples.Length == 0)
        {
            throw new BadFileException(clip.Source, "holds no samples.", "Leave the file out or record it again.");
        }
        if (_transform is null)
        {
            TransformOneByOne(clip, power);
        }
        else
        {
            TransformTogether(_transform, clip, power);
        }
    }

    private void TransformTogether(FrameTransform transform, Clip clip, FrameMatrix power)
    {
        var edge = new float[(FrameTransform.Lanes - 1) * _options.Hop + _options.FftSize];
        for (var frame = 0; frame < power.Frames; frame += FrameTransform.Lanes)
        {
            var samples = Around(clip.Samples, power.First + frame, edge);
            transform.Power(samples, _options.Hop, power.Values[frame..], power.Stride);
        }
    }

    // Any other length goes through libtorch, whose transform takes every length.
    private void TransformOneByOne(Clip clip, FrameMatrix power)
    {
        using var graph = no_grad();
        using var scope = NewDisposeScope();
        var windowed = new double[_options.FftSize];
        var edge = new float[_options.FftSize];
        for (var frame = 0; frame < power.Frames; frame++)
        {
            using var transform = NewDisposeScope();
            var samples = Around(clip.Samples, power.First + frame, edge);
            for (var n = 0; n < windowed.Length; n++)
            {
                windowed[n] = samples[n] * _window[n];
            }
            var spectrum = MemoryMarshal.Cast<byte, double>(view_as_real(fft.rfft(tensor(windowed))).bytes);
            for (var bin = 0; bin < Bins; bin++)
            {
                var (re, im) = (spectrum[2 * bin], spectrum[2 * bin + 1]);
                power.Row(bin)[frame] = (float)(re * re + im * im);
            }
        }
    }

    // The samples from the start of a frame on, as many as room holds: in place where all are there, else in room with
    // zeros for those before the start and after the end.
    private ReadOnlySpan<float> Around(ReadOnlySpan<float> samples, int frame, float[] room)
    {
        var start = (long)frame * _options.Hop - _options.FftSize / 2;
        if (start >= 0 && start + room.Length <= samples.Length)
        {
            return samples.Slice((int)start, room.Length);
        }
        Array.Clear(room);
        var from = (int)Math.Clamp(-start, 0, room.Length);
        var until = (int)Math.Clamp(samples.Length - start, from, room.Length);
        samples[(int)(start + from)..(int)(start + until)].CopyTo(room.AsSpan(from));
        return room;
    }
}
