using System.Runtime.Intrinsics;

namespace SerLab.Features;

/// <summary>
/// How much a spectrum is like noise, 0..1: the geometric over the arithmetic mean of the power of the bins,
/// <c>librosa.feature.spectral_flatness</c>. Powers under 1e-10 count as 1e-10, so silence is 1.
/// </summary>
public sealed record SpectralFlatness : Feature
{
    /// <inheritdoc/>
    public override IReadOnlyList<FeatureRow> Rows => [new("spectral_flatness", "")];

    /// <inheritdoc/>
    public override float[] Of(Analysis analysis) => SpectralShape.EachFrame(analysis, (power, frame) =>
    {
        // The logs are those of the bins' shares in the mean, so that their sum stays small and exact.
        var smallest = Vector512.Create(1e-10f);
        var sums = SpectralShape.Sum(power, frame, (_, p) => Vector512.MaxNative(p, smallest));
        var perMean = Vector512.Create((float)power.Rows) / sums;
        var logs = SpectralShape.Sum(power, frame, (_, p) => Vector512.Log2(Vector512.MaxNative(p, smallest) * perMean));
        return Vector512.Exp(logs * (MathF.Log(2) / power.Rows));
    });
}
