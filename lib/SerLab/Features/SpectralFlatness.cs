namespace SerLab.Features;

/// <summary>
/// How much a spectrum is like noise, 0..1: the geometric over the arithmetic mean of the power of the bins,
/// <c>librosa.feature.spectral_flatness</c>. Powers under 1e-10 count as 1e-10, so silence is 1.
/// </summary>
public sealed record SpectralFlatness : Feature
{
    private const double Floor = 1e-10;

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureRow> Rows => [new("spectral_flatness", "")];

    /// <inheritdoc/>
    public override float[] Of(Analysis analysis) => analysis.EachBlock(1, (power, rows) =>
    {
        var logs = SpectralShape.Sum(power, (_, p, _) => Math.Log(Math.Max(p, Floor)));
        var sums = SpectralShape.Sum(power, (_, p, _) => Math.Max(p, Floor));
        for (var frame = 0; frame < sums.Length; frame++)
        {
            rows[0][frame] = (float)(Math.Exp(logs[frame] / power.Rows) / (sums[frame] / power.Rows));
        }
    });
}
