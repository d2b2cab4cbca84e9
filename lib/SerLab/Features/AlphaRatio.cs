namespace SerLab.Features;

/// <summary>
/// The power from 1 to 5 kHz over that from 50 Hz to 1 kHz in dB (as in GeMAPS, Eyben et al., 2016): the higher, the
/// more strained the voice. Silence is 0. Does not depend on the level.
/// </summary>
public sealed record AlphaRatio : Feature
{
    private static readonly IReadOnlyList<FeatureRow> OneRow = [new("alpha_ratio", "dB")];

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureRow> Rows => OneRow;

    /// <inheritdoc/>
    public override float[] Of(Analysis analysis) => analysis.EachBlock(1, (power, rows) => SpectralBands.Decibels(
        SpectralBands.Sum(power, analysis.Tools, 1000, 5000), SpectralBands.Sum(power, analysis.Tools, 50, 1000),
        rows[0]));
}
