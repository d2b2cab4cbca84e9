using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using SerLab.Files;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace SerLab.Audio;

/// <summary>
/// The short-time Fourier transform with its phases, and back: <c>librosa.stft(y, pad_mode="constant")</c> and
/// <c>librosa.istft(D, length=n)</c>. As librosa does it the transform is taken in double precision and kept in single.
/// Safe to use from several threads.
/// </summary>
public sealed class ComplexStft
{
    private const int BlockFrames = 32; // together small enough to stay in the processor's cache

    private readonly StftOptions _options;
    private readonly double[] _window;
    private readonly float[] _singleWindow, _squaredWindow;

    /// <summary>Prepares the window.</summary>
    /// <exception cref="BadOptionException">The frame is odd or empty, or the hop is not above 0.</exception>
    public ComplexStft(StftOptions options)
    {
        var shape = new Stft(options); // refuses what cannot be
        (_options, Bins) = (options, shape.Bins);
        _window = HannWindow.Periodic(options.FftSize);
        _singleWindow = Array.ConvertAll(_window, w => (float)w);
        _squaredWindow = Array.ConvertAll(_window, w => (float)(w * w));
    }

    /// <summary>Bins a frame: half the frame and one.</summary>
    public int Bins { get; }

    /// <summary>Frames that a signal gives: one, and one more for every whole hop.</summary>
    public int FrameCount(int samples) => 1 + samples / _options.Hop;

    /// <summary>The spectra of <paramref name="samples"/>, of which there may be none.</summary>
    public ComplexSpectrogram Transform(ReadOnlySpan<float> samples)
    {
        var frames = FrameCount(samples.Length);
        var spectra = new float[2 * frames * Bins];
        Transform(samples, 0, spectra);
        return new ComplexSpectrogram(spectra, frames, Bins);
    }

    /// <summary>
    /// The signal whose spectra come nearest to these: the inverse transforms, windowed again and overlapped, over the
    /// sum of the squared windows. The spectra of a signal give that signal.
    /// </summary>
    /// <param name="spectrogram">As <see cref="Transform(ReadOnlySpan{float})"/> gives it.</param>
    /// <param name="samples">Length of the signal; what frames do not reach is 0.</param>
    public float[] Invert(ComplexSpectrogram spectrogram, int samples)
    {
        var signal = new float[samples];
        Add(spectrogram.Values, 0, signal);
        Normalize(signal, spectrogram.Frames);
        return signal;
    }

    /// <summary>The spectra [frame, bin, 2] of consecutive frames, as many as there is room for.</summary>
    internal void Transform(ReadOnlySpan<float> samples, int firstFrame, Span<float> spectra)
    {
        using var graph = no_grad();
        using var scope = NewDisposeScope();
        var frames = spectra.Length / (2 * Bins);
        var block = empty(Math.Min(frames, BlockFrames), _options.FftSize, float64); // [frame, sample]
        for (var first = 0; first < frames; first += BlockFrames)
        {
            using var transform = NewDisposeScope();
            var count = Math.Min(BlockFrames, frames - first);
            for (var i = 0; i < count; i++)
            {
                var windowed = Numbers<double>(block).Slice(i * _options.FftSize, _options.FftSize);
                Window(samples, firstFrame + first + i, windowed);
            }
            var spectrum = Numbers<double>(view_as_real(fft.rfft(block.slice(0, 0, count, 1)))); // [frame, bin, 2]
            TensorPrimitives.ConvertTruncating(spectrum, spectra.Slice(2 * first * Bins, 2 * count * Bins));
        }
    }

    /// <summary>Adds the windowed signals of consecutive frames [frame, bin, 2] where they belong.</summary>
    internal void Add(ReadOnlySpan<float> spectra, int firstFrame, Span<float> signal)
    {
        using var graph = no_grad();
        using var scope = NewDisposeScope();
        var frames = spectra.Length / (2 * Bins);
        var block = empty(Math.Min(frames, BlockFrames), Bins, 2); // [frame, bin, 2]
        var size = _options.FftSize;
        for (var first = 0; first < frames; first += BlockFrames)
        {
            using var transform = NewDisposeScope();
            var count = Math.Min(BlockFrames, frames - first);
            spectra.Slice(2 * first * Bins, 2 * count * Bins).CopyTo(Numbers<float>(block));
            var inverse = Numbers<float>(fft.irfft(view_as_complex(block.slice(0, 0, count, 1)), size));
            for (var i = 0; i < count; i++)
            {
                var (from, until, target) = Overlap(0, signal.Length, firstFrame + first + i);
                var place = signal.Slice(target, until - from);
                TensorPrimitives.MultiplyAdd<float>(
                    inverse.Slice(i * size, size)[from..until], _singleWindow.AsSpan(from..until), place, place);
            }
        }
    }

    /// <summary>Divides by the sum of the squared windows of so many frames, wherever there is any.</summary>
    internal void Normalize(Span<float> signal, int frames)
    {
        var room = new float[Math.Min(signal.Length, BlockFrames * _options.FftSize)];
        for (var first = 0; first < signal.Length; first += room.Length)
        {
            var sum = room.AsSpan(0, Math.Min(room.Length, signal.Length - first));
            SumSquaredWindows(sum, first, frames);
            for (var i = 0; i < sum.Length; i++)
            {
                signal[first + i] /= sum[i] > SpectrumMath.SmallestNormal ? sum[i] : 1; // librosa's limit
            }
        }
    }

    // Of the samples from first on.
    private void SumSquaredWindows(Span<float> sum, int first, int frames)
    {
        sum.Clear();
        var half = _options.FftSize / 2;
        var start = Math.Max(0, first - half) / _options.Hop;
        var end = Math.Min(frames, ((long)first + sum.Length + half) / _options.Hop + 1);
        for (var frame = start; frame < end; frame++)
        {
            var (from, until, target) = Overlap(first, sum.Length, frame);
            var place = sum.Slice(target, until - from);
            TensorPrimitives.Add(place, _squaredWindow.AsSpan(from..until), place);
        }
    }

    // Which part of a frame lies on so many samples from the first on, and where; none where it lies beyond them.
    private (int From, int Until, int Target) Overlap(int first, int samples, int frame)
    {
        var start = (long)frame * _options.Hop - _options.FftSize / 2 - first;
        var from = (int)Math.Clamp(-start, 0, _options.FftSize);
        var until = (int)Math.Clamp(samples - start, from, _options.FftSize);
        return (from, until, (int)Math.Clamp(start + from, 0, samples));
    }

    private void Window(ReadOnlySpan<float> samples, int frame, Span<double> windowed)
    {
        var (from, until, target) = Overlap(0, samples.Length, frame);
        windowed[..from].Clear();
        TensorPrimitives.ConvertTruncating(samples.Slice(target, until - from), windowed[from..until]);
        TensorPrimitives.Multiply(windowed[from..until], _window.AsSpan(from..until), windowed[from..until]);
        windowed[until..].Clear();
    }

    private static Span<T> Numbers<T>(Tensor tensor) where T : struct => MemoryMarshal.Cast<byte, T>(tensor.bytes);
}
