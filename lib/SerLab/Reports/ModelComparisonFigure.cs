using SerLab.Evaluation;
using SerLab.Figures;

namespace SerLab.Reports;

/// <summary>Models by their UAR, each a point with its interval; what is within noise of the best is grey.</summary>
public static class ModelComparisonFigure
{
    /// <summary>Draws a row a model, the best on top; the finding is the title.</summary>
    /// <param name="corpus">What was recognised.</param>
    /// <param name="rows">The best first, two at least.</param>
    /// <param name="chance">UAR of guessing, 0 to 1.</param>
    /// <param name="note">How the data were split and what the intervals are.</param>
    public static Figure Of(string corpus, IReadOnlyList<Ranked> rows, double chance, string note)
    {
        var verdict = ModelComparisonNotes.Verdict(rows);
        var names = new Axis
        {
            Range = (0.6 - rows.Count, 1),
            Ticks = [.. rows.Select((row, place) => (-(double)place, row.Name))],
            HasGrid = false,
        };
        return new($"{corpus}: {verdict}", Finding(corpus, rows, verdict, chance))
        {
            Note = note,
            Height = 216 + 44 * rows.Count,
            Legend = Legend.Top,
            Panels =
            [
                new(PercentAxis.Of("UAR", 1), names)
                {
                    Charts =
                    [
                        .. new[]
                        {
                            Series("best", Palette.Blue, 0, (_, place) => place == 0),
                            Series("within noise of it", Theme.Line, 5, (row, _) => row.IsNoise),
                            Series("lower", Palette.Vermilion, 3, (row, place) => place > 0 && !row.IsNoise),
                        }.Where(series => series.X.Count > 0),
                    ],
                    Marks =
                    [
                        new VerticalLine(chance, $"chance {Wording.Percent(chance)}"),
                        .. rows.Select((row, place) => new RowLabel(-place, Label(row), row.IsNoise)),
                    ],
                },
            ],
        };

        IntervalChart Series(string name, string colour, int symbol, Func<Ranked, int, bool> isIn)
        {
            (int Place, Ranked Row)[] own = [.. rows.Index().Where(one => isIn(one.Item, one.Index))];
            return new(
                name, [.. own.Select(one => one.Row.Uar.Value)],
                [.. own.Select(one => (one.Row.Uar.Low ?? double.NaN, one.Row.Uar.High ?? double.NaN))],
                [.. own.Select(one => -(double)one.Place)], colour, symbol)
            {
                Texts = [.. own.Select(one => $"{one.Row.Name}: {Label(one.Row)}")],
            };
        }
    }

    private static string Label(Ranked row)
    {
        var uar = Wording.Percent(row.Uar.Value, 1);
        return row.ToBest is null ? uar : $"{uar} ({Points(row)}{(row.IsNoise ? ", noise" : "")})";
    }

    private static string Points(Ranked row) => Wording.Text(100 * row.ToBest!.Value, "+0.0;-0.0;0.0");

    private static string Finding(string corpus, IReadOnlyList<Ranked> rows, string verdict, double chance)
    {
        var said = string.Join(", ", rows.Select(row => $"{row.Name} {Label(row)}"));
        return $"UAR on {corpus}: {said}; {verdict.Replace("; ", ", ")} (chance {Wording.Percent(chance)}).";
    }
}
