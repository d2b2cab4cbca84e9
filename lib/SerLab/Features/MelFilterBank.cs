using System.Numerics.Tensors;
using SerLab.Files;

namespace SerLab.Features;

/// <summary>Which mel bands; defaults are librosa's.</summary>
public sealed record MelOptions
{
    /// <summary>Number of bands, above 0.</summary>
    public int Bands { get; init; } = 128;

    /// <summary>Lower edge of the lowest band in Hz, from 0.</summary>
    public double LowHz { get; init; }

    /// <summary>Upper edge of the highest band in Hz; null is half the sample rate.</summary>
    public double? HighHz { get; init; }
}

/// <summary>
/// Triangular filters, evenly spaced on Slaney's mel scale (linear below 1 kHz, logarithmic above), each of area one in
/// Hz: <c>librosa.filters.mel(htk=False, norm="slaney")</c>. A filter touches few bins, so only those are kept.
/// </summary>
public sealed class MelFilterBank
{
    private readonly (int First, float[] Weights)[] _filters;

    /// <summary>Prepares the filters.</summary>
    /// <param name="rate">Sample rate in Hz.</param>
    /// <param name="fftSize">Samples a frame of the transform that they will meet.</param>
    /// <param name="options">Number and range of the bands.</param>
    /// <exception cref="BadOptionException">No band, or edges that do not rise within 0 to half the rate.</exception>
    public MelFilterBank(int rate, int fftSize, MelOptions options)
    {
        var high = options.HighHz ?? rate / 2.0;
        if (options.Bands < 1 || !(options.LowHz >= 0 && high > options.LowHz && high <= rate / 2.0))
        {
            throw new BadOptionException(
                $"{options.Bands} mel bands from {options.LowHz} to {high} Hz cannot be made at {rate} Hz.",
                "Use at least one band, and edges that rise within 0 to half the rate.");
        }
        EdgesHz = Edges(options.Bands, options.LowHz, high);
        _filters = [.. Enumerable.Range(0, options.Bands).Select(band => Filter(band, rate, fftSize))];
    }

    /// <summary>Number of bands.</summary>
    public int Bands => _filters.Length;

    /// <summary>Edges in Hz [band + 2]: band b rises from edge b, peaks at b + 1 and ends at b + 2.</summary>
    public IReadOnlyList<double> EdgesHz { get; }

    /// <summary>Mel power of one frame.</summary>
    /// <param name="power">Squared magnitudes [bin].</param>
    /// <param name="mel">Receives the mel power [band].</param>
    public void Apply(ReadOnlySpan<float> power, Span<float> mel)
    {
        for (var band = 0; band < _filters.Length; band++)
        {
            var (first, weights) = _filters[band];
            mel[band] = TensorPrimitives.Dot(power.Slice(first, weights.Length), weights);
        }
    }

    /// <summary>Slaney's mel scale: 3 mels a 200 Hz up to 1 kHz, then 27 mels for each factor of 6.4.</summary>
    public static double HzToMel(double hz) =>
        hz < 1000 ? hz * 3 / 200 : 15 + Math.Log(hz / 1000) * 27 / Math.Log(6.4);

    /// <summary>The inverse of <see cref="HzToMel"/>.</summary>
    public static double MelToHz(double mel) =>
        mel < 15 ? mel * 200 / 3 : 1000 * Math.Exp((mel - 15) * Math.Log(6.4) / 27);

    private static double[] Edges(int bands, double lowHz, double highHz)
    {
        var (low, high) = (HzToMel(lowHz), HzToMel(highHz));
        return [.. Enumerable.Range(0, bands + 2).Select(i => MelToHz(low + (high - low) * i / (bands + 1)))];
    }

    private (int First, float[] Weights) Filter(int band, int rate, int fftSize)
    {
        var (left, peak, right) = (EdgesHz[band], EdgesHz[band + 1], EdgesHz[band + 2]);
        var hzPerBin = (double)rate / fftSize;
        var first = Math.Max(0, (int)Math.Ceiling(left / hzPerBin));
        var last = Math.Min(fftSize / 2, (int)Math.Floor(right / hzPerBin));
        var weights = new float[Math.Max(0, last - first + 1)];
        for (var i = 0; i < weights.Length; i++)
        {
            var hz = (first + i) * hzPerBin;
            var height = Math.Max(0, Math.Min((hz - left) / (peak - left), (right - hz) / (right - peak)));
            weights[i] = (float)(height * 2 / (right - left));
        }
        return (first, weights);
    }
}
