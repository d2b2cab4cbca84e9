namespace SerLab.Features;

/// <summary>
/// Mean frequency in Hz, weighted by magnitude: <c>librosa.feature.spectral_centroid</c>. Silence is 0.
/// </summary>
public sealed record SpectralCentroid : Feature
{
    /// <inheritdoc/>
    public override IReadOnlyList<FeatureRow> Rows => [new("spectral_centroid", "Hz")];

    /// <inheritdoc/>
    public override float[] Of(Analysis analysis) => analysis.EachBlock(1, (power, rows) =>
    {
        var centroids = SpectralShape.Centroids(power, analysis.Tools);
        for (var frame = 0; frame < centroids.Length; frame++)
        {
            rows[0][frame] = (float)centroids[frame];
        }
    });
}
