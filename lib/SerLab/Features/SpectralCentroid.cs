namespace SerLab.Features;

/// <summary>
/// Mean frequency in Hz, weighted by magnitude: <c>librosa.feature.spectral_centroid</c>. Silence is 0.
/// </summary>
public sealed record SpectralCentroid : Feature
{
    /// <inheritdoc/>
    public override IReadOnlyList<FeatureRow> Rows => [new("spectral_centroid", "Hz")];

    /// <inheritdoc/>
    public override float[] Of(Analysis analysis) => SpectralShape.EachFrame(
        analysis, (power, frame) => SpectralShape.Centroid(power, frame, analysis.Tools.HzPerBin).Hz);
}
