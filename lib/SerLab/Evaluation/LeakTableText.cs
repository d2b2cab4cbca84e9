using System.Globalization;
using System.Text;

namespace SerLab.Evaluation;

/// <summary>The leak table for a terminal.</summary>
internal static class LeakTableText
{
    private static readonly string[] Header = ["split", "test clips", "test speakers", "accuracy %", "UAR %"];

    public static string Render(LeakTable table)
    {
        string[][] lines =
        [
            Header,
            .. table.Rows.Select(r => (string[])
                [r.Name, $"{r.TestClips}", $"{r.TestSpeakers}", Percent(r.Accuracy, ""), Percent(r.Uar, "")]),
            .. table.Leaks.Select(leak => (string[])
                [LeakName(table, leak), "", "", Percent(leak.Accuracy, "+"), Percent(leak.Uar, "+")]),
        ];
        var widths = Enumerable.Range(0, Header.Length).Select(c => lines.Max(line => line[c].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var (number, line) in lines.Index())
        {
            if (number == 1 || number == 1 + table.Rows.Count)
            {
                text.AppendJoin("  ", widths.Select(w => new string('-', w))).Append('\n');
            }

            text.Append(string.Join("  ", line.Select((cell, c) => Pad(cell, widths[c], c))).TrimEnd()).Append('\n');
        }

        return text.Append('\n').AppendJoin('\n', Notes(table)).Append('\n').ToString();
    }

    private static IEnumerable<string> Notes(LeakTable table)
    {
        yield return $"Square brackets: {table.Rows[0].Accuracy.Method}; the leak is in points.";
        if (table.Unit == ResampledUnit.Clips)
        {
            yield return "Too few test speakers to draw speakers: the brackets say nothing of other speakers.";
        }

        foreach (var row in table.Rows)
        {
            yield return row.Description;
        }
    }

    private static string LeakName(LeakTable table, Leak leak) =>
        table.Leaks.Count == 1 ? "leak" : $"leak of {leak.Name}";

    private static string Pad(string cell, int width, int column) =>
        column == 0 ? cell.PadRight(width) : cell.PadLeft(width);

    private static string Percent(Interval interval, string plus)
    {
        var bounds = interval is { Low: { } low, High: { } high } ? $" [{Points(low)}, {Points(high)}]" : "";
        return Points(interval.Value) + bounds;

        string Points(double share) =>
            (100 * share).ToString($"{plus}0.0;-0.0;0.0", CultureInfo.InvariantCulture);
    }
}
