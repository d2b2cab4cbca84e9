using SerLab.Corpora;

namespace SerLab.Features;

/// <summary>
/// Brings each row to 0..1: scikit-learn's <c>MinMaxScaler</c> with the frames of all clips of the training part as
/// samples. Clips of other parts may reach below 0 and above 1.
/// </summary>
/// <param name="Low">The lowest value of each row [row].</param>
/// <param name="Range">From there to the highest [row]; 1 for a row that is constant (by less than 2e-15).</param>
public sealed record MinMaxScaler(IReadOnlyList<double> Low, IReadOnlyList<double> Range) : Scaler
{
    private const double Negligible = 10 * 2.220446049250313e-16; // scikit-learn's rule, in the unit of the row

    private protected override IReadOnlyList<RowScale> Choose(
        ReadOnlySpan<float> values, RowLayout layout, IReadOnlyList<Utterance> clips) =>
        [.. Enumerable.Repeat(new RowScale(Low, Range), clips.Count)];

    internal override string? Problem(RowLayout layout) => new RowScale(Low, Range).Fits(layout.Rows)
        ? null
        : $"the scaler needs {layout.Rows} lowest values and as many ranges above 0";

    internal static MinMaxScaler Fit(FeatureTable table, IReadOnlyList<int> utterances)
    {
        var layout = RowLayout.Of(table.Set.Shape);
        var (low, high) = (new double[layout.Rows], new double[layout.Rows]);
        Array.Fill(low, double.PositiveInfinity);
        Array.Fill(high, double.NegativeInfinity);
        foreach (var utterance in utterances)
        {
            var clip = table.Row(utterance);
            for (var i = 0; i < clip.Length; i++)
            {
                var row = i / layout.Frames % layout.Rows;
                (low[row], high[row]) = (Math.Min(low[row], clip[i]), Math.Max(high[row], clip[i]));
            }
        }
        return new MinMaxScaler(low, [.. high.Zip(low, (h, l) => h - l < Negligible ? 1 : h - l)]);
    }
}
