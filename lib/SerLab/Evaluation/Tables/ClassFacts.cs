namespace SerLab.Evaluation.Tables;

/// <summary>What a table says of one class. A score that it does not give is null.</summary>
/// <param name="Name">The class.</param>
/// <param name="Support">Its test clips; null where nothing tells them.</param>
/// <param name="Hits">Recognised clips, where a confusion matrix tells; else any.</param>
/// <param name="Predicted">Clips taken for it, where a confusion matrix tells; else any.</param>
internal sealed record ClassFacts(string Name, CountRange? Support, CountRange Hits, CountRange Predicted)
{
    public TableNumber? Recall { get; init; }

    public TableNumber? Precision { get; init; }

    public TableNumber? F1 { get; init; }

    public TableNumber? this[TableScore score] => score switch
    {
        TableScore.Recall => Recall, TableScore.Precision => Precision, _ => F1,
    };

    /// <summary>The scores that are given.</summary>
    public IReadOnlyList<TableScore> Given =>
        [.. Enum.GetValues<TableScore>().Where(score => this[score] is not null)];

    /// <summary>The same with these scores alone.</summary>
    public ClassFacts With(IEnumerable<TableScore> scores) => this with
    {
        Recall = scores.Contains(TableScore.Recall) ? Recall : null,
        Precision = scores.Contains(TableScore.Precision) ? Precision : null,
        F1 = scores.Contains(TableScore.F1) ? F1 : null,
    };

    /// <summary>The same without one score.</summary>
    public ClassFacts Without(TableScore score) => With(Given.Where(given => given != score));
}
