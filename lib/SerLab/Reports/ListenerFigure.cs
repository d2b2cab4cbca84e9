using SerLab.Evaluation;
using SerLab.Figures;

namespace SerLab.Reports;

/// <summary>What human listeners and a model take CREMA-D's emotions for, side by side.</summary>
public static class ListenerFigure
{
    /// <summary>Draws the two confusions, rows intended, cells in percent of the row.</summary>
    /// <param name="found">The comparison.</param>
    /// <param name="note">How the model's data were split.</param>
    public static Figure Of(ListenerComparison found, string note = "")
    {
        var finding = Finding(found);
        var labels = found.Human.Labels;
        var model = new double[labels.Count, labels.Count];
        for (var row = 0; row < labels.Count; row++)
        {
            for (var column = 0; column < labels.Count; column++)
            {
                model[row, column] = (double)found.Model[row, column] / found.Model.Support(row);
            }
        }
        return new($"CREMA-D, {finding}", $"CREMA-D, {finding}; {Recalls(found)}.")
        {
            Note = string.Join(' ', new[] { $"Listeners: {found.Human.Source}. Cells: percent of the row.", note }
                .Where(text => text.Length > 0)),
            Columns = 2,
            Width = 1040,
            Height = 540,
            Panels =
            [
                Matrix("listeners", "heard", labels, found.Human.Shares, "intended"),
                Matrix("model", "predicted", labels, model, rows: ""), // the rows are named at the left
            ],
        };
    }

    /// <summary>Who recognises more, and whether both make the same errors.</summary>
    internal static string Finding(ListenerComparison found)
    {
        var alike = found.Correlation switch
        {
            >= 0.7 => "they err alike",
            >= 0.3 => "they err alike in part",
            _ => "they err differently",
        };
        return $"voice only: listeners {Wording.Percent(found.HumanUar, 1)}, "
            + $"model {Wording.Percent(found.ModelUar, 1)} UAR; {alike} "
            + $"(r = {Wording.Text(found.Correlation, "0.00")})";
    }

    private static string Recalls(ListenerComparison found)
    {
        var gap = found.Recalls.MaxBy(recall => Math.Abs(recall.Model - recall.Listeners))!;
        return $"they differ most in {gap.Emotion} (listeners {Wording.Percent(gap.Listeners)}, "
            + $"model {Wording.Percent(gap.Model)})";
    }

    private static Panel Matrix(
        string name, string columns, IReadOnlyList<string> labels, double[,] shares, string rows)
    {
        var texts = new string[labels.Count, labels.Count];
        for (var row = 0; row < labels.Count; row++)
        {
            for (var column = 0; column < labels.Count; column++)
            {
                texts[row, column] = Wording.Percent(shares[row, column]);
            }
        }
        var cells = new MatrixChart(labels, labels, shares, texts);
        return new(Names(columns), Names(rows) with { IsReversed = true, HasLabels = rows.Length > 0 })
        {
            Charts = [cells, new CellTextChart(cells)],
            Marks = [new PanelTitle(name)],
        };
    }

    private static Axis Names(string title) => new(title) { IsCategory = true, HasGrid = false };
}
