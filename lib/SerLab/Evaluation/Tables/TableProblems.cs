using SerLab.Files;

namespace SerLab.Evaluation.Tables;

/// <summary>What no table of results can have; a check of it would be a check of a typing error.</summary>
internal static class TableProblems
{
    /// <exception cref="BadOptionException">Lists every problem.</exception>
    public static void Refuse(PublishedTable table)
    {
        string[] problems =
        [
            .. table.Classes.GroupBy(c => c.Name).Where(g => g.Count() > 1)
                .Select(g => $"The class {g.Key} comes twice."),
            .. Scores(table).Where(s => s.Value is < 0 or > 100 || (table.Scale == TableScale.Share && s.Value > 1))
                .Select(s => $"{s.Name} {s.Value} is no {(table.Scale == TableScale.Share ? "share" : "percentage")}."),
            .. Counts(table).Where(c => c.Value is < 0 or >= CountRange.Many)
                .Select(c => $"{c.Name} {c.Value} is no number of clips."),
            .. table.TestShare is <= 0 or > 1
                ? [$"The test share {table.TestShare} is not above 0 and at most 1."] : Array.Empty<string>(),
            .. Confusion(table),
        ];
        if (problems.Length > 0)
        {
            throw new BadOptionException(string.Join(" ", problems), "Write the table as it was published.");
        }
    }

    private static IEnumerable<(string Name, decimal? Value)> Scores(PublishedTable table) =>
    [
        ("accuracy", table.Accuracy), ("UAR", table.Uar),
        ("macro precision", table.MacroPrecision), ("macro recall", table.MacroRecall), ("macro F1", table.MacroF1),
        ("weighted precision", table.WeightedPrecision), ("weighted recall", table.WeightedRecall),
        ("weighted F1", table.WeightedF1),
        .. table.Classes.SelectMany(c => new (string, decimal?)[]
        {
            ($"recall of {c.Name}", c.Recall), ($"precision of {c.Name}", c.Precision), ($"F1 of {c.Name}", c.F1),
        }),
    ];

    private static IEnumerable<(string Name, int? Value)> Counts(PublishedTable table) =>
    [
        ("total", table.Total),
        .. table.Classes.SelectMany(c => new (string, int?)[]
        {
            ($"support of {c.Name}", c.Support), ($"count of {c.Name}", c.Count),
        }),
    ];

    private static IEnumerable<string> Confusion(PublishedTable table)
    {
        if (table.Confusion is not { } rows)
        {
            return [];
        }
        var classes = table.Classes.Count;
        return rows.Count != classes || rows.Any(row => row.Count != classes)
            ? [$"The confusion matrix has not {classes} rows of {classes} cells, as many as there are classes."]
            : rows.Any(row => row.Any(cell => cell is < 0 or >= CountRange.Many))
                ? ["A cell of the confusion matrix is below 0 or larger than any corpus."] : [];
    }
}
