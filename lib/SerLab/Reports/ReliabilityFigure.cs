using SerLab.Evaluation;
using SerLab.Figures;

namespace SerLab.Reports;

/// <summary>
/// How often a model is right where it is how sure: on the diagonal it is as sure as it is right, below it too sure.
/// </summary>
public static class ReliabilityFigure
{
    private static readonly double[] Ends = [0, 1];

    /// <summary>Draws a point for each bin of confidence that holds clips.</summary>
    /// <param name="title">What was tested.</param>
    /// <param name="raw">The answers as the model came; at least one.</param>
    /// <param name="scaled">The same calibrated; null where they are not.</param>
    /// <param name="note">How the data were split.</param>
    public static Figure Of(string title, Predictions raw, Predictions? scaled = null, string note = "")
    {
        var finding = Finding(raw, scaled);
        return new($"{title}: {finding}", $"{char.ToUpperInvariant(finding[0])}{finding[1..]}.")
        {
            Note = note,
            Width = 620,
            Height = 560,
            Legend = Legend.Top,
            Panels =
            [
                new(PercentAxis.Of("confidence", 1), PercentAxis.Of("accuracy", 1))
                {
                    Charts =
                    [
                        new LineChart("as sure as right", Ends, Ends, Theme.Line) { IsDotted = true },
                        Series("as trained", raw, Palette.Vermilion, isDotted: scaled is not null),
                        .. scaled is null ? [] : new[] { Series("calibrated", scaled, Palette.Blue, isDotted: false) },
                    ],
                },
            ],
        };
    }

    private static LineChart Series(string name, Predictions predictions, string colour, bool isDotted)
    {
        var bins = Calibration.Bins(predictions);
        return new(
            name, [.. bins.Select(bin => bin.Confidence)], [.. bins.Select(bin => bin.Accuracy)], colour)
        {
            IsDotted = isDotted,
        };
    }

    private static string Finding(Predictions raw, Predictions? scaled)
    {
        var (sure, right) = (raw.Rows.Average(row => row.Confidence), raw.Rows.Average(row => row.IsCorrect ? 1.0 : 0));
        var mean = $"{Wording.Percent(sure)} sure, {Wording.Percent(right)} right";
        var error = $"calibration error {Wording.Percent(Calibration.ExpectedError(raw), 1)}";
        return scaled is null
            ? $"{mean}, {error}"
            : $"{mean}, {error}, calibrated {Wording.Percent(Calibration.ExpectedError(scaled), 1)}";
    }
}
