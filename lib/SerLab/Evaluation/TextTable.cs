using System.Globalization;
using System.Text;

namespace SerLab.Evaluation;

/// <summary>Aligned plain text, a line a row; the first columns to the left, those with numbers to the right.</summary>
internal static class TextTable
{
    /// <summary>Renders a header and groups of rows with a rule above each; every row has the header's cells.</summary>
    public static string Render(
        IReadOnlyList<string> header, int leftColumns, params IReadOnlyList<IReadOnlyList<string[]>> groups)
    {
        int[] widths = [.. header.Select((name, c) => groups.SelectMany(rows => rows)
            .Select(row => row[c].Length).Append(name.Length).Max())];
        var text = new StringBuilder();
        Add(header);
        foreach (var rows in groups)
        {
            text.AppendJoin("  ", widths.Select(width => new string('-', width))).Append('\n');
            foreach (var row in rows)
            {
                Add(row);
            }
        }

        return text.ToString();

        void Add(IReadOnlyList<string> cells) =>
            text.Append(string.Join("  ", cells.Select((cell, c) =>
                c < leftColumns ? cell.PadRight(widths[c]) : cell.PadLeft(widths[c]))).TrimEnd()).Append('\n');
    }

    /// <summary>
    /// A share in percent with its bounds, if any: <c>41.2 [35.0, 47.1]</c>; <paramref name="plus"/> stands before what
    /// is above 0.
    /// </summary>
    public static string Percent(Interval interval, string plus = "")
    {
        var bounds = interval is { Low: { } low, High: { } high } ? $" [{Points(low)}, {Points(high)}]" : "";
        return Points(interval.Value) + bounds;

        string Points(double share) =>
            (100 * share).ToString($"{plus}0.0;-0.0;0.0", CultureInfo.InvariantCulture);
    }
}
