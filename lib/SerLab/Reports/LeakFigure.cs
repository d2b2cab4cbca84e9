using SerLab.Figures;

namespace SerLab.Reports;

/// <summary>One way of testing and what it says.</summary>
/// <param name="Name">How the data were split: "random split", "unseen speakers".</param>
/// <param name="Value">The measure, 0 to 1.</param>
/// <param name="Low">The lower end of its 95 % interval.</param>
/// <param name="High">The upper end of its 95 % interval.</param>
public sealed record LeakBar(string Name, double Value, double Low, double High);

/// <summary>What the same model scores when it is tested in different ways, and how much of that was leak.</summary>
public static class LeakFigure
{
    /// <summary>Draws one bar a row with its interval, and the difference between the first and the last row.</summary>
    /// <param name="title">What was tested.</param>
    /// <param name="rows">From the way that can leak most to the strictest; two at least.</param>
    /// <param name="leaks">Whether the first row says more than the last by more than chance.</param>
    /// <param name="chance">What guessing scores, 0 to 1.</param>
    /// <param name="measure">The measure's name.</param>
    /// <param name="note">What a reader must know; that bars carry 95 % intervals is said when empty.</param>
    public static Figure Of(
        string title, IReadOnlyList<LeakBar> rows, bool leaks, double chance, string measure = "UAR",
        string note = "")
    {
        if (rows.Count < 2)
            throw new ArgumentException("A leak shows between two rows at least.", nameof(rows));
        string[] names = [.. rows.Select(row => row.Name)];
        var bars = new BarChart(measure, names, [.. rows.Select(row => row.Value)], [.. rows.Select(Colour)])
        {
            Intervals = [.. rows.Select(row => (row.Low, row.High))],
            Hover = "%{x}: %{y:.1%}<extra></extra>",
        };
        var words = new TextChart(
            names, [.. rows.Select(row => row.High)], [.. rows.Select(row => Wording.Percent(row.Value))]);
        return new(title, Finding(rows, leaks, chance))
        {
            Note = note.Length > 0 ? note : "bars: 95 % intervals",
            Panels =
            [
                new(Names(rows.Count), PercentAxis.Of(measure, 1.1))
                {
                    Charts = [bars, words],
                    Marks = [new HorizontalLine(chance, $"chance\n{Wording.Percent(chance)}"), .. leaks ? [Difference(rows)] : Array.Empty<IMark>()],
                },
            ],
        };

        string Colour(LeakBar row) => row == rows[^1] ? Palette.Blue : Palette.Vermilion;
    }

    private static Axis Names(int count) => new()
    {
        IsCategory = true,
        HasGrid = false,
        Range = (-0.5, count - 0.5 + 0.35),
    };

    private static Gap Difference(IReadOnlyList<LeakBar> rows) =>
        new(0.38, rows.Count - 0.4, rows[0].Value, rows[^1].Value, $"{Points(rows)} points\nof leak");

    private static string Points(IReadOnlyList<LeakBar> rows) =>
        Wording.Text(100 * (rows[0].Value - rows[^1].Value), "0");

    private static string Finding(IReadOnlyList<LeakBar> rows, bool leaks, double chance)
    {
        var said = string.Join(", ", rows.Select(row => $"{row.Name} {Wording.Percent(row.Value)}"));
        var verdict = leaks ? $"{Points(rows)} points were leak" : "no leak shows";
        return $"{char.ToUpperInvariant(said[0])}{said[1..]}: {verdict} (chance {Wording.Percent(chance)}).";
    }
}
