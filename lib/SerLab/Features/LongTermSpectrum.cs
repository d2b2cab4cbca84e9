using System.Globalization;
using System.Numerics.Tensors;
using SerLab.Files;

namespace SerLab.Features;

/// <summary>
/// Long-term average spectrum: the mean power of the clip in bands of equal width, in dB against a mean square of 1. A
/// sine of amplitude 1 has −3 dB in its band, and the powers of all bands up to half the rate add up to the clip's mean
/// square. Bands under −100 dB have −100, so silence has −100. Frames beyond the clip's ends are filled with zeros.
/// </summary>
public sealed record LongTermSpectrum : Feature
{
    private const double Least = 1e-10;

    /// <summary>Lower edge of the lowest band in Hz, from 0.</summary>
    public double LowHz { get; init; }

    /// <summary>Upper edge of the highest band in Hz, at most half the rate.</summary>
    public double HighHz { get; init; } = 5000;

    /// <summary>Width of a band in Hz; the range holds a whole number of them. Praat's 100.</summary>
    public double BandHz { get; init; } = 100;

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureRow> Rows => [.. Enumerable.Range(0, Bands).Select(
        band => new FeatureRow($"ltas_{Text(LowHz + band * BandHz)}_{Text(LowHz + (band + 1) * BandHz)}", "dB"))];

    /// <inheritdoc/>
    public override bool IsOfClip => true;

    /// <inheritdoc/>
    public override float Floor => -100;

    /// <inheritdoc/>
    public override float[] Of(Analysis analysis)
    {
        var tools = analysis.Tools;
        var bands = Bands;
        if (!(HighHz <= tools.Rate / 2.0))
        {
            throw new BadOptionException(
                $"Bands up to {HighHz} Hz cannot be had at {tools.Rate} Hz.", "Set HighHz to half the rate or less.");
        }
        var powers = MeanPowers(analysis);
        var hzPerBin = (double)tools.Rate / tools.Frames.FftSize;
        return [.. Enumerable.Range(0, bands).Select(band =>
        {
            var (low, high) = (LowHz + band * BandHz, LowHz + (band + 1) * BandHz);
            var power = powers.Select((p, bin) => p * Overlap(bin * hzPerBin, hzPerBin, low, high)).Sum();
            return (float)(10 * Math.Log10(Math.Max(power, Least)));
        })];
    }

    private int Bands => LowHz >= 0 && BandHz > 0 && HighHz - LowHz >= BandHz && double.IsFinite(HighHz)
        && Math.Abs((HighHz - LowHz) / BandHz - Math.Round((HighHz - LowHz) / BandHz)) < 1e-6
        ? (int)Math.Round((HighHz - LowHz) / BandHz)
        : throw new BadOptionException(
            $"Bands of {BandHz} Hz from {LowHz} to {HighHz} Hz cannot be made.",
            "Use limits from 0 that rise, and a width that divides the range.");

    private static string Text(double hz) => hz.ToString("0.##", CultureInfo.InvariantCulture);

    // Mean square of each bin, both signs of frequency taken together.
    private static double[] MeanPowers(Analysis analysis)
    {
        var powers = new double[analysis.Tools.Stft.Bins];
        foreach (var block in analysis.Power)
        {
            for (var bin = 0; bin < powers.Length; bin++)
            {
                powers[bin] += TensorPrimitives.Sum<float>(block.Row(bin));
            }
        }
        double size = analysis.Tools.Frames.FftSize;
        var scale = 1 / (0.375 * size * size * analysis.Frames); // 3/8: the mean square of a Hann window
        return [.. powers.Select((power, bin) => power * scale * (bin == 0 || bin == powers.Length - 1 ? 1 : 2))];
    }

    // The share of a bin, as wide as the bins are apart, that lies within a band; what is below 0 Hz is mirrored.
    private static double Overlap(double centre, double width, double low, double high)
    {
        var (from, until) = (Math.Max(0, centre - width / 2), centre + width / 2);
        return Math.Max(0, Math.Min(until, high) - Math.Max(from, low)) / (until - from);
    }
}
