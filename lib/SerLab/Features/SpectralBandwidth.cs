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
    public override float[] Of(Analysis analysis) => analysis.EachBlock(1, (power, rows) =>
    {
        var hzPerBin = (double)analysis.Tools.Rate / analysis.Tools.Frames.FftSize;
        var centroids = SpectralShape.Centroids(power, analysis.Tools);
        var total = SpectralShape.Sum(power, (_, p, _) => Math.Sqrt(p));
        var spread = SpectralShape.Sum(power, (bin, p, frame) =>
            Math.Sqrt(p) * (bin * hzPerBin - centroids[frame]) * (bin * hzPerBin - centroids[frame]));
        for (var frame = 0; frame < total.Length; frame++)
        {
            rows[0][frame] = (float)Math.Sqrt(SpectralShape.Ratio(spread[frame], total[frame]));
        }
    });
}
