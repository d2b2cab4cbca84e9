namespace SerLab.Features;

/// <summary>
/// The highest power up to 2 kHz over the highest from 2 to 5 kHz in dB (Hammarberg et al., 1980, as in GeMAPS, Eyben
/// et al., 2016). Silence is 0. Does not depend on the level.
/// </summary>
public sealed record HammarbergIndex : Feature
{
    private static readonly IReadOnlyList<FeatureRow> OneRow = [new("hammarberg_index", "dB")];

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureRow> Rows => OneRow;

    /// <inheritdoc/>
    public override float[] Of(Analysis analysis) => analysis.EachBlock(1, (power, rows) => SpectralBands.Decibels(
        SpectralBands.Max(power, analysis.Tools, 0, 2000), SpectralBands.Max(power, analysis.Tools, 2000, 5000),
        rows[0]));
}
