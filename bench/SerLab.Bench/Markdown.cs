using static System.FormattableString;

namespace SerLab.Bench;

/// <summary>Text that reads well as it stands.</summary>
internal static class Markdown
{
    /// <summary>A table whose columns from <paramref name="firstNumber"/> on stand to the right.</summary>
    public static string Table(string[] head, IEnumerable<string[]> rows, int firstNumber = int.MaxValue)
    {
        var body = rows.ToArray();
        var widths = head.Select((name, column) =>
            body.Select(row => row[column]).Append(name).Max(cell => cell.Length));
        var columns = widths.Select((width, column) => (Width: width, IsNumber: column >= firstNumber)).ToArray();
        string Line(string[] cells) => "| " + string.Join(" | ", cells.Zip(columns, (cell, column) =>
            column.IsNumber ? cell.PadLeft(column.Width) : cell.PadRight(column.Width))) + " |\n";
        var rule = columns.Select(column => column.IsNumber
            ? new string('-', column.Width - 1) + ":" : new string('-', column.Width));
        return Line(head) + Line([.. rule]) + string.Concat(body.Select(Line));
    }

    /// <summary>Two digits: 0.12, 3.4e-6.</summary>
    public static string Digits(double value)
    {
        if (value == 0)
        {
            return "0";
        }
        var magnitude = (int)Math.Floor(Math.Log10(Math.Abs(value)));
        return magnitude is < -3 or > 3
            ? Invariant($"{value:0.#e-0}")
            : Invariant($"{Math.Round(value, Math.Max(0, 1 - magnitude)):0.####}");
    }

    /// <summary>Fills the lines of paragraphs and list items anew; what else there is stays as it is.</summary>
    public static string Fill(string text, int width = 120) => string.Join("\n\n", text.Split("\n\n").Select(block =>
        block is ['|' or '#', ..] ? block : string.Join('\n', block.Split("\n- ").Select((item, i) =>
            FillItem(i == 0 ? item : $"- {item}", width)))));

    private static string FillItem(string item, int width)
    {
        var indent = item is ['-', ..] ? "  " : "";
        var lines = new List<string> { "" };
        foreach (var word in item.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines[^1].Length + 1 + word.Length > width)
            {
                lines.Add(indent);
            }
            lines[^1] += lines[^1].Trim().Length == 0 ? word : $" {word}";
        }
        return string.Join('\n', lines);
    }
}
