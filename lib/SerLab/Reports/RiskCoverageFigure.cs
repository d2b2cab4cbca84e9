using SerLab.Evaluation;
using SerLab.Figures;

namespace SerLab.Reports;

/// <summary>How often a model is wrong when it answers only the clips it is surest of.</summary>
public static class RiskCoverageFigure
{
    /// <summary>Draws the model's risk over coverage, and the lowest that could be with as many errors.</summary>
    /// <param name="title">What was tested.</param>
    /// <param name="predictions">The answers; at least one.</param>
    /// <param name="threshold">The confidence below which it is not sure; null for none.</param>
    /// <param name="note">How the data were split.</param>
    public static Figure Of(string title, Predictions predictions, double? threshold = null, string note = "")
    {
        var curve = RiskCoverage.Curve(predictions);
        var at = threshold is { } lowest ? curve.LastOrDefault(point => point.Threshold >= lowest) : null;
        var finding = Finding(curve, at, threshold);
        var area = Wording.Text(RiskCoverage.Area(predictions), "0.000");
        var best = Wording.Text(RiskCoverage.LowestArea(predictions), "0.000");
        return new(
            $"{title}: {finding}",
            $"{char.ToUpperInvariant(finding[0])}{finding[1..]}; area under the curve {area}, at best {best}.")
        {
            Note = note,
            Legend = Legend.Top,
            Panels =
            [
                new(PercentAxis.Of("clips answered, the surest first", 1), PercentAxis.Of("wrong among them", 1))
                {
                    Charts =
                    [
                        new LineChart($"model, area {area}", X(curve), [.. curve.Select(p => p.Risk)], Palette.Blue),
                        Best(predictions, best),
                    ],
                    Marks = at is null ? [] : [new VerticalLine(
                        at.Coverage, $"not sure below {Wording.Percent(threshold!.Value)}", at.Coverage > 0.6)],
                },
            ],
        };
    }

    private static double[] X(IReadOnlyList<RiskPoint> curve) => [.. curve.Select(point => point.Coverage)];

    private static LineChart Best(Predictions predictions, string area)
    {
        double clips = predictions.Rows.Count;
        var right = predictions.Rows.Count(row => row.IsCorrect);
        double[] risks = [.. Enumerable.Range(1, (int)clips).Select(k => (double)Math.Max(0, k - right) / k)];
        return new(
            $"at best, area {area}", [.. risks.Select((_, i) => (i + 1) / clips)], risks, Palette.Vermilion)
        {
            IsDotted = true,
        };
    }

    private static string Finding(IReadOnlyList<RiskPoint> curve, RiskPoint? at, double? threshold)
    {
        var all = $"{Wording.Percent(curve[^1].Risk)} of answers are wrong";
        if (threshold is not null)
        {
            return at is null
                ? $"{all}, and no clip reaches {Wording.Percent(threshold.Value)}"
                : $"{all}, {Wording.Percent(at.Risk)} of the {Wording.Percent(at.Coverage)} it is sure of";
        }
        var half = curve.First(point => point.Coverage >= 0.5);
        return $"{all}, {Wording.Percent(half.Risk)} of the surer half";
    }
}
