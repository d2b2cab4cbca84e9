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
        var (centroid, total) = SpectralShape.Centroid(power, frame, hzPerBin);
        var spread = Vector512<float>.Zero;
        for (var bin = 0; bin < power.Rows; bin++)
        {
            var away = Vector512.Create(bin * hzPerBin) - centroid;
            spread += Vector512.Sqrt(Vector512.Create<float>(power.PaddedRow(bin)[frame..])) * away * away;
        }
        return Vector512.Sqrt(SpectralShape.Ratio(spread, total));
    });
}
