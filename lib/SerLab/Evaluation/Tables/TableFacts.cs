using SerLab.Files;

namespace SerLab.Evaluation.Tables;

/// <summary>A published table, made ready for the relations: every number with the shares it can stand for.</summary>
/// <param name="Classes">In the order of the table.</param>
/// <param name="Total">Test clips; null where nothing tells them.</param>
/// <param name="Findings">What contradicts itself already in the counts.</param>
internal sealed record TableFacts(
    IReadOnlyList<ClassFacts> Classes, CountRange? Total, IReadOnlyList<TableFinding> Findings)
{
    public TableNumber? Accuracy { get; init; }

    public TableNumber? Uar { get; init; }

    public IReadOnlyDictionary<TableScore, TableNumber?> Macro { get; init; } =
        new Dictionary<TableScore, TableNumber?>();

    public IReadOnlyDictionary<TableScore, TableNumber?> Weighted { get; init; } =
        new Dictionary<TableScore, TableNumber?>();

    /// <summary>The total, or more clips than any table has.</summary>
    public CountRange TotalOrAny => Total ?? CountRange.Any;

    /// <summary>Reads the numbers of a table.</summary>
    /// <exception cref="BadOptionException">Numbers cannot be what they are said to be; lists them.</exception>
    public static TableFacts Of(PublishedTable table)
    {
        TableProblems.Refuse(table);
        var units = new TableUnits(table);
        var supports = TableSupports.Of(table);
        var confusion = ConfusionFacts.Of(table, supports.Classes);
        var classes = table.Classes.Select((c, i) => confusion.Classes[i] with
        {
            Recall = Cell(c.Recall, "recall", c, units.Recall) ?? confusion.Classes[i].Recall,
            Precision = Cell(c.Precision, "precision", c, units.Precision),
            F1 = Cell(c.F1, "F1", c, units.F1),
        });
        return new TableFacts(
            [.. classes], confusion.Total ?? supports.Total,
            [.. supports.Findings, .. confusion.Findings, .. RowShares.Against(classes, confusion.Classes)])
        {
            Accuracy = Score(table.Accuracy, "accuracy"),
            Uar = Score(table.Uar, "UAR"),
            Macro = new Dictionary<TableScore, TableNumber?>
            {
                [TableScore.Recall] = Score(table.MacroRecall, "macro recall"),
                [TableScore.Precision] = Score(table.MacroPrecision, "macro precision"),
                [TableScore.F1] = Score(table.MacroF1, "macro F1"),
            },
            Weighted = new Dictionary<TableScore, TableNumber?>
            {
                [TableScore.Recall] = Score(table.WeightedRecall, "weighted recall"),
                [TableScore.Precision] = Score(table.WeightedPrecision, "weighted precision"),
                [TableScore.F1] = Score(table.WeightedF1, "weighted F1"),
            },
        };

        TableNumber? Cell(decimal? written, string score, PublishedClass of, int unit) => written is { } number
            ? TableNumber.Of($"{score} of {of.Name}", number, unit, table.Rounding) : null;

        TableNumber? Score(decimal? written, string name) => written is { } number
            ? TableNumber.Of(name, number, units.Of(number), table.Rounding) : null;
    }
}
