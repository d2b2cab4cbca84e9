using SerLab.Audio;
using SerLab.Files;

namespace SerLab.Features;

/// <summary>
/// Mel-frequency cepstral coefficients [coefficient, frame]: the orthonormal cosine transform (DCT-II) of the mel
/// levels in dB, <c>librosa.feature.mfcc</c>. Silence gives −1131.37 (of 128 bands) in row 0 and 0 in the others.
/// </summary>
public sealed record Mfcc : Feature
{
    /// <summary>Number of coefficients, from 1 to the number of bands; librosa's default is 20.</summary>
    public int Count { get; init; } = 20;

    /// <summary>
    /// Sine lifter: coefficient n is multiplied by 1 + Lifter / 2 · sin(π (n + 1) / Lifter); 0, librosa's default, for
    /// none.
    /// </summary>
    public double Lifter { get; init; }

    /// <summary>Which bands.</summary>
    public MelOptions Mel { get; init; } = new();

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureRow> Rows => Numbered("mfcc", Count);

    /// <inheritdoc/>
    public override float[] Of(Analysis analysis)
    {
        if (Count < 1 || Count > Mel.Bands || !(Lifter >= 0 && double.IsFinite(Lifter)))
        {
            throw new BadOptionException(
                $"{Count} MFCCs of {Mel.Bands} mel bands with lifter {Lifter} cannot be made.",
                "Use between 1 and as many as there are bands, and a lifter of 0 or more.");
        }
        var transform = analysis.Tools.Share(this, () => Projection.Of(Count, Mel.Bands, Weight));
        var coefficients = new FrameMatrix(Count, analysis.Frames);
        transform.Apply(LevelsOf(analysis), coefficients);
        return coefficients.ToArray();
    }

    private FrameMatrix LevelsOf(Analysis analysis) => analysis.Share((Mel, "dB"), () =>
    {
        var power = MelSpectrogram.PowerOf(analysis, Mel);
        var levels = new FrameMatrix(power.Rows, power.Frames);
        power.Values.CopyTo(levels.Values);
        for (var band = 0; band < levels.Rows; band++)
        {
            levels.PaddedRow(band)[levels.Frames..].Clear(); // frames that are none must not set the maximum
        }
        Decibels.OfPower(levels.Values);
        return levels;
    });

    private double Weight(int coefficient, int band)
    {
        var scale = Math.Sqrt((coefficient == 0 ? 1.0 : 2.0) / Mel.Bands);
        var lift = Lifter > 0 ? 1 + Lifter / 2 * Math.Sin(Math.PI * (coefficient + 1) / Lifter) : 1;
        return lift * scale * Math.Cos(Math.PI * coefficient * (band + 0.5) / Mel.Bands);
    }
}
