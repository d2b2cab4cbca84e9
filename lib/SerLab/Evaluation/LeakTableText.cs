namespace SerLab.Evaluation;

/// <summary>The leak table for a terminal.</summary>
internal static class LeakTableText
{
    private static readonly string[] Header = ["split", "test clips", "test speakers", "accuracy %", "UAR %"];

    public static string Render(LeakTable table)
    {
        var rows = table.Rows.Select(r => (string[])
            [r.Name, $"{r.TestClips}", $"{r.TestSpeakers}", TextTable.Percent(r.Accuracy), TextTable.Percent(r.Uar)]);
        var leaks = table.Leaks.Select(leak => (string[])
            [LeakName(table, leak), "", "", TextTable.Percent(leak.Accuracy, "+"), TextTable.Percent(leak.Uar, "+")]);
        return $"{TextTable.Render(Header, 1, [.. rows], [.. leaks])}\n{string.Join('\n', Notes(table))}\n";
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
}
