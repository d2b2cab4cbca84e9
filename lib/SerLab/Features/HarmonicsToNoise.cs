using SerLab.Files;

namespace SerLab.Features;

/// <summary>
/// Harmonics-to-noise ratio of each frame in dB (Boersma, 1993): 10 log10(r / (1 − r)), r the highest peak of the
/// frame's autocorrelation within the range of pitches; Praat's "To Harmonicity (ac)", but for the window, which is a
/// Hann window here. From −20, which also stands for frames without a peak and those too quiet (Praat says −200), to
/// 60. Does not depend on the level.
/// </summary>
public sealed record HarmonicsToNoise : Feature
{
    private const double FloorDb = -20, CeilingDb = 60;

    private static readonly IReadOnlyList<FeatureRow> OneRow = [new("hnr", "dB")];

    /// <summary>Lowest pitch in Hz, above 0.</summary>
    public double MinHz { get; init; } = VoicePitch.LowestHz;

    /// <summary>Highest pitch in Hz, above the lowest and at most a quarter of the rate.</summary>
    public double MaxHz { get; init; } = VoicePitch.HighestHz;

    /// <summary>Length of a frame in periods of the lowest pitch, 2 to 100; Praat's 4.5 is for speech.</summary>
    public double Periods { get; init; } = 4.5;

    /// <summary>Frames whose peak is below this share of the clip's are too quiet; Praat's 0.1.</summary>
    public double SilenceThreshold { get; init; } = 0.1;

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureRow> Rows => OneRow;

    /// <inheritdoc/>
    public override float Floor => (float)FloorDb;

    /// <inheritdoc/>
    public override float[] Of(Analysis analysis)
    {
        if (!(Periods is >= 2 and <= 100 && SilenceThreshold is >= 0 and <= 1))
        {
            throw new BadOptionException(
                $"Harmonics-to-noise of {Periods} periods with a silence threshold of {SilenceThreshold} cannot be.",
                "Use 2 to 100 periods and a threshold from 0 to 1.");
        }
        var levels = new List<float>(analysis.Frames);
        var finder = PeriodicityPeaks.For(analysis.Tools, MinHz, MaxHz, Periods);
        finder.Visit(analysis.Clip.Samples, analysis.Tools.Frames.Hop, (level, peaks) => levels.Add((float)(
            level < SilenceThreshold || peaks.Count == 0 ? FloorDb : Decibel(peaks.Max(peak => peak.Correlation)))));
        return [.. levels];
    }

    /// <summary>The ratio in dB, −20..60, for a correlation at the period of up to 1.</summary>
    internal static double Decibel(double correlation) =>
        correlation >= 1 ? CeilingDb
        : correlation <= 0 ? FloorDb
        : Math.Clamp(10 * Math.Log10(correlation / (1 - correlation)), FloorDb, CeilingDb);
}
