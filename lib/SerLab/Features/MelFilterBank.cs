using SerLab.Audio;
using SerLab.Files;

namespace SerLab.Features;

/// <summary>
/// Triangular filters, evenly spaced on a mel scale: <c>librosa.filters.mel</c>. A filter touches few bins, so only
/// those are kept.
/// </summary>
public sealed class MelFilterBank
{
    private readonly Projection _filters;

    /// <summary>Prepares the filters.</summary>
    /// <param name="rate">Sample rate in Hz.</param>
    /// <param name="fftSize">Samples a frame of the transform that they will meet.</param>
    /// <param name="options">Number, range and scale of the bands.</param>
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
        var (lowMel, highMel) = (HzToMel(options.LowHz, options.Scale), HzToMel(high, options.Scale));
        EdgesHz = [.. Enumerable.Range(0, options.Bands + 2).Select(
            i => MelToHz(lowMel + (highMel - lowMel) * i / (options.Bands + 1), options.Scale))];
        _filters = new Projection(
            Enumerable.Range(0, options.Bands).Select(band => Filter(band, rate, fftSize, options.Norm)));
    }

    /// <summary>Number of bands.</summary>
    public int Bands => _filters.Rows;

    /// <summary>Edges in Hz [band + 2]: band b rises from edge b, peaks at b + 1 and ends at b + 2.</summary>
    public IReadOnlyList<double> EdgesHz { get; }

    /// <summary>Mel power of some frames.</summary>
    /// <param name="power">Squared magnitudes [bin, frame].</param>
    /// <param name="mel">Receives the mel power of these frames [band, frame].</param>
    public void Apply(FrameMatrix power, FrameMatrix mel) => _filters.Apply(power, mel);

    /// <summary>Mels of a frequency. Slaney's: 3 a 200 Hz up to 1 kHz, then 27 for each factor of 6.4.</summary>
    public static double HzToMel(double hz, MelScale scale = MelScale.Slaney) =>
        scale == MelScale.Htk ? 2595 * Math.Log10(1 + hz / 700)
        : hz < 1000 ? hz * 3 / 200
        : 15 + Math.Log(hz / 1000) * 27 / Math.Log(6.4);

    /// <summary>The inverse of <see cref="HzToMel"/>.</summary>
    public static double MelToHz(double mel, MelScale scale = MelScale.Slaney) =>
        scale == MelScale.Htk ? 700 * (Math.Pow(10, mel / 2595) - 1)
        : mel < 15 ? mel * 200 / 3
        : 1000 * Math.Exp((mel - 15) * Math.Log(6.4) / 27);

    private (int First, float[] Weights) Filter(int band, int rate, int fftSize, MelNorm norm)
    {
        var (left, peak, right) = (EdgesHz[band], EdgesHz[band + 1], EdgesHz[band + 2]);
        var hzPerBin = (double)rate / fftSize;
        var first = Math.Max(0, (int)Math.Ceiling(left / hzPerBin));
        var last = Math.Min(fftSize / 2, (int)Math.Floor(right / hzPerBin));
        var scale = norm == MelNorm.Area ? 2 / (right - left) : 1;
        var weights = new float[Math.Max(0, last - first + 1)];
        for (var i = 0; i < weights.Length; i++)
        {
            var hz = (first + i) * hzPerBin;
            weights[i] = (float)(scale * Math.Max(0, Math.Min((hz - left) / (peak - left), (right - hz) / (right - peak))));
        }
        return (first, weights);
    }
}
