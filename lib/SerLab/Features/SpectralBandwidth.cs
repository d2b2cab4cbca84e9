using System.Runtime.Intrinsics;

namespace SerLab.Features;

/// <summary>
/// How far the spectrum spreads around its centroid, in Hz: the root of the mean squared distance weighted by magnitude,
/// <c>librosa.feature.spectral_bandwidth</c> (p = 2). Silence is 0.
/// </summary>
public sealed record SpectralBandwidth : Feature
{
    /// <inheritdoc/>
    public override IReadOnlyList<FeatureRow> Rows => [new("spectral_bandwidth", "Hz")];

    /// <inheritdoc/>
    public override float[] Of(Analysis analysis) => SpectralShape.EachFrame(analysis, (power, frame) =>
    {
        var hzPerBin = analysis.Tools.HzPerBin;
        var centroid = SpectralShape.Centroid(power, frame, hzPerBin);
        var spread = SpectralShape.Sum(power, frame, (bin, p) =>
        {
            var away = Vector512.Create(bin * hzPerBin) - centroid;
            return Vector512.Sqrt(p) * away * away;
        });
        return Vector512.Sqrt(SpectralShape.Ratio(spread, SpectralShape.Sum(power, frame, (_, p) => Vector512.Sqrt(p))));
    });
}
