using SerLab.Figures;

namespace SerLab.Reports;

/// <summary>Which features say the same: the correlation of each with each over the clips.</summary>
public static class CorrelationFigure
{
    private const double Strong = 0.9;

    /// <summary>Draws the correlations.</summary>
    /// <param name="title">Which corpus.</param>
    /// <param name="names">The features.</param>
    /// <param name="correlations">[feature, feature], −1..1; NaN beside a constant feature.</param>
    /// <param name="note">What a reader must know.</param>
    public static Figure Of(string title, IReadOnlyList<string> names, double[,] correlations, string note = "")
    {
        var x = new Axis { IsCategory = true, HasGrid = false };
        return new(title, Finding(names, correlations))
        {
            Note = note,
            Width = Math.Max(620, 330 + 24 * names.Count),
            Height = Math.Max(520, 250 + 24 * names.Count),
            Panels = [new(x, x with { IsReversed = true }) { Charts = [new CorrelationChart(names, correlations)] }],
        };
    }

    private static string Finding(IReadOnlyList<string> names, double[,] correlations)
    {
        var pairs =
            (from a in Enumerable.Range(0, names.Count)
             from b in Enumerable.Range(0, a)
             where !double.IsNaN(correlations[a, b])
             select (First: names[b], Second: names[a], Value: correlations[a, b])).ToArray();
        if (pairs.Length == 0)
            return $"No two of {Wording.Number(names.Count, "feature")} vary, so none go together.";
        var (up, down) = (pairs.MaxBy(pair => pair.Value), pairs.MinBy(pair => pair.Value));
        var strong = pairs.Count(pair => Math.Abs(pair.Value) >= Strong);
        return $"{Wording.Count(strong)} of {Wording.Number(pairs.Length, "pair")} of features nearly say the same " +
            $"(correlation {Strong} or more, up or down); strongest {Said(up)}, {Said(down)}.";
    }

    private static string Said((string First, string Second, double Value) pair) =>
        $"{pair.First} with {pair.Second} ({Wording.Text(pair.Value, "0.00")})";
}
