namespace SerLab.Evaluation.Tables;

/// <summary>What the confusion matrix of a table, where there is one, tells of its classes.</summary>
/// <param name="Classes">Name, support, hits and predictions; a recall where rows are in shares.</param>
/// <param name="Total">Clips in a matrix of counts; null else.</param>
/// <param name="Findings">Rows that contradict the supports or themselves.</param>
internal sealed record ConfusionFacts(
    IReadOnlyList<ClassFacts> Classes, CountRange? Total, IReadOnlyList<TableFinding> Findings)
{
    public static ConfusionFacts Of(PublishedTable table, IReadOnlyList<CountRange?> supports) => table.Confusion switch
    {
        null => new ConfusionFacts(
            [.. table.Classes.Select((c, i) => new ClassFacts(c.Name, supports[i], CountRange.Any, CountRange.Any))],
            null, []),
        { } rows when HoldsCounts(table, rows) =>
            OfCounts(table, [.. rows.Select(row => row.Select(c => (int)c).ToArray())]),
        { } rows => RowShares.Of(table, rows, supports),
    };

    // Whole numbers are counts, unless every row comes to 100 where the table tells other supports.
    private static bool HoldsCounts(PublishedTable table, IReadOnlyList<IReadOnlyList<decimal>> rows)
    {
        var comesTo100 = rows.All(row => Math.Abs(row.Sum() - 100) <= row.Count)
            && (table.Total is not null && table.Total != rows.Sum(row => row.Sum())
                || table.Classes.Zip(rows).Any(c => c.First.Support is { } support && support != c.Second.Sum()));
        return rows.All(row => row.All(cell => cell.Scale == 0)) && !comesTo100;
    }

    private static ConfusionFacts OfCounts(PublishedTable table, int[][] rows)
    {
        var total = rows.Sum(row => row.Sum());
        var findings = new List<TableFinding>();
        var classes = table.Classes.Select((c, i) => new ClassFacts(
            c.Name, CountRange.At(rows[i].Sum()), CountRange.At(rows[i][i]), CountRange.At(rows.Sum(row => row[i]))));
        foreach (var (c, row) in table.Classes.Zip(rows).Where(pair => pair.First.Support is not null))
        {
            Compare($"support of {c.Name}", c.Support!.Value, row.Sum());
        }
        if (table.Total is { } told && !table.HasSupports)
        {
            Compare("total", told, total);
        }
        return new ConfusionFacts([.. classes], CountRange.At(total), findings);

        void Compare(string name, int written, int due)
        {
            if (written != due)
            {
                findings.Add(new TableFinding(
                    $"{name} {written} cannot be: the confusion matrix has {due} clips there.",
                    [new TableCell(name, written, due, due)]));
            }
        }
    }
}
