using System.Numerics.Tensors;

namespace SerLab.Features;

/// <summary>
/// How steeply the spectrum rises within 0 to 500 and within 500 to 1500 Hz, in dB a Hz: the slope of the straight line
/// fitted to the bins' levels (as in GeMAPS, Eyben et al., 2016). Powers under 1e-10 count as 1e-10; silence is 0. Does
/// not depend on the level.
/// </summary>
public sealed record SpectralSlope : Feature
{
    private const float Least = 1e-10f;

    private static readonly IReadOnlyList<FeatureRow> TwoRows =
        [new("spectral_slope_0_500", "dB/Hz"), new("spectral_slope_500_1500", "dB/Hz")];

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureRow> Rows => TwoRows;

    /// <inheritdoc/>
    public override float[] Of(Analysis analysis) => analysis.EachBlock(2, (power, rows) =>
    {
        var levels = new float[power.Frames];
        foreach (var (row, fromHz, untilHz) in new[] { (0, 0, 500), (1, 500, 1500) })
        {
            foreach (var (bin, weight) in Weights(
                [.. SpectralBands.Bins(power, analysis.Tools, fromHz, untilHz)], analysis.Tools))
            {
                TensorPrimitives.Max(power.Row(bin), Least, levels);
                TensorPrimitives.Log2(levels, levels);
                TensorPrimitives.MultiplyAdd(levels, weight, rows[row], rows[row]);
            }
        }
    });

    // What each bin's level, as a logarithm to base 2, adds to the slope of the line of least squares.
    private static IEnumerable<(int Bin, float Weight)> Weights(int[] bins, Analyzer tools)
    {
        if (bins.Length < 2)
        {
            return []; // one point has no slope
        }
        var hzPerBin = (double)tools.Rate / tools.Frames.FftSize;
        var middle = bins.Average();
        var spread = bins.Sum(bin => (bin - middle) * (bin - middle)) * hzPerBin;
        return bins.Select(bin => (bin, (float)(10 * Math.Log10(2) * (bin - middle) / spread)));
    }
}
