using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace SerLab.Features;

/// <summary>
/// The filters of one octave as spectra that meet the spectrum of a frame: <c>librosa.filters.wavelet</c> with a Hann
/// window and norm 1, made sparse. Where the rate is halved from octave to octave they serve all octaves.
/// </summary>
internal sealed class ConstantQFilters
{
    private const double Dropped = 0.01; // share of a filter's magnitude that its smallest bins may take with them

    private readonly (int First, float[] Real, float[] Imaginary)[] _filters;

    /// <summary>Prepares the filters.</summary>
    /// <param name="lowest">Frequency of the lowest filter in cycles a sample.</param>
    /// <param name="binsPerOctave">Number of filters, evenly spaced over the octave.</param>
    public ConstantQFilters(double lowest, int binsPerOctave)
    {
        var quality = Quality(binsPerOctave);
        var frequencies = Enumerable.Range(0, binsPerOctave).Select(
            bin => lowest * Math.Pow(2, (double)bin / binsPerOctave)).ToArray();
        FrameSize = 1 << (int)Math.Ceiling(Math.Log2(quality / lowest));
        using var graph = no_grad();
        using var scope = NewDisposeScope();
        var waves = zeros(binsPerOctave, FrameSize, 2, float64); // [filter, sample, 2]
        for (var bin = 0; bin < binsPerOctave; bin++)
        {
            var wave = Doubles(waves).Slice(2 * bin * FrameSize, 2 * FrameSize);
            Wave(frequencies[bin], quality / frequencies[bin], wave);
        }
        var spectra = Doubles(view_as_real(fft.fft_(view_as_complex(waves)))); // [filter, bin, 2]
        _filters = new (int, float[], float[])[binsPerOctave];
        for (var bin = 0; bin < binsPerOctave; bin++)
        {
            _filters[bin] = Sparse(spectra.Slice(2 * bin * FrameSize, FrameSize + 2));
        }
    }

    /// <summary>Samples of a frame: a power of two, no less than the longest filter.</summary>
    public int FrameSize { get; }

    /// <summary>Number of filters.</summary>
    public int Count => _filters.Length;

    /// <summary>Bytes that the filters take.</summary>
    public int Bytes => _filters.Sum(filter => 8 * filter.Real.Length);

    /// <summary>How many periods a filter lasts: the ratio of its frequency to its bandwidth.</summary>
    public static double Quality(int binsPerOctave)
    {
        var ratio = Math.Pow(2, 2.0 / binsPerOctave);
        return (ratio + 1) / (ratio - 1);
    }

    /// <summary>Magnitudes of the filters' responses to one frame.</summary>
    /// <param name="spectrum">The frame's spectrum up to half the rate [bin, 2].</param>
    /// <param name="scale">Factor of all of them.</param>
    /// <param name="magnitudes">Receives [filter].</param>
    public void Apply(ReadOnlySpan<float> spectrum, float scale, Span<float> magnitudes)
    {
        for (var bin = 0; bin < _filters.Length; bin++)
        {
            var (first, real, imaginary) = _filters[bin];
            var met = spectrum.Slice(first, real.Length);
            var (re, im) = (TensorPrimitives.Dot(met, real), TensorPrimitives.Dot(met, imaginary));
            magnitudes[bin] = scale * MathF.Sqrt(re * re + im * im);
        }
    }

    // A windowed oscillation in the middle of the frame, with phase 0 in its own middle [sample, 2].
    private void Wave(double frequency, double length, Span<double> wave)
    {
        var start = (int)Math.Floor(-length / 2);
        var count = (int)Math.Floor(length / 2) - start;
        var before = (FrameSize - count) / 2;
        // Norm 1, then the share of the frame that the filter takes; the root evens out that low filters are longer.
        var height = 2.0 / count * length / FrameSize / Math.Sqrt(length);
        for (var n = 0; n < count; n++)
        {
            var (sine, cosine) = Math.SinCos(2 * Math.PI * frequency * (start + n));
            var window = height * (0.5 - 0.5 * Math.Cos(2 * Math.PI * n / count));
            (wave[2 * (before + n)], wave[2 * (before + n) + 1]) = (window * cosine, window * sine);
        }
    }

    // The bins but for the smallest, whose magnitudes together stay below the share that may be dropped.
    private static (int First, float[] Real, float[] Imaginary) Sparse(ReadOnlySpan<double> spectrum)
    {
        var magnitudes = new double[spectrum.Length / 2];
        for (var bin = 0; bin < magnitudes.Length; bin++)
        {
            magnitudes[bin] = Math.Sqrt(
                spectrum[2 * bin] * spectrum[2 * bin] + spectrum[2 * bin + 1] * spectrum[2 * bin + 1]);
        }
        var threshold = Threshold(magnitudes);
        var first = Array.FindIndex(magnitudes, m => m >= threshold);
        var last = Array.FindLastIndex(magnitudes, m => m >= threshold);
        var (real, imaginary) = (new float[2 * (last - first + 1)], new float[2 * (last - first + 1)]);
        for (var (bin, i) = (first, 0); bin <= last; bin++, i += 2)
        {
            var kept = magnitudes[bin] >= threshold ? 1 : 0;
            var (re, im) = ((float)spectrum[2 * bin] * kept, (float)spectrum[2 * bin + 1] * kept);
            (real[i], real[i + 1], imaginary[i], imaginary[i + 1]) = (re, -im, im, re);
        }
        return (2 * first, real, imaginary);
    }

    private static double Threshold(double[] magnitudes)
    {
        var sorted = (double[])magnitudes.Clone();
        Array.Sort(sorted);
        var (rest, rank) = (Dropped * TensorPrimitives.Sum<double>(sorted), 0);
        while (rank < sorted.Length - 1 && (rest -= sorted[rank]) >= 0)
        {
            rank++;
        }
        return sorted[rank];
    }

    private static Span<double> Doubles(Tensor tensor) => MemoryMarshal.Cast<byte, double>(tensor.bytes);
}
