namespace SerLab.Splits.Auditing;

/// <summary>A split to be audited: our own or anybody's.</summary>
/// <param name="Source">The file or folder it was read from.</param>
/// <param name="Rows">In the order of the table; a row a recording and fold.</param>
/// <param name="Remarks">How the table was understood, a sentence each.</param>
public sealed record AuditedSplit(string Source, IReadOnlyList<AuditedRow> Rows, IReadOnlyList<string> Remarks)
{
    /// <summary>The folds in the order of the table; one with an empty name where there are none.</summary>
    internal IReadOnlyList<AuditedFold> Folds =>
        [.. Rows.GroupBy(row => row.Fold, StringComparer.Ordinal).Select(rows => new AuditedFold(rows.Key, [.. rows]))];
}

/// <summary>The rows of one fold.</summary>
internal sealed class AuditedFold(string name, IReadOnlyList<AuditedRow> rows)
{
    private readonly ILookup<AuditedPart, AuditedRow> _parts = rows.ToLookup(row => row.Part);

    public string Name { get; } = name;

    public IEnumerable<AuditedRow> Train => _parts[AuditedPart.Train];

    public IEnumerable<AuditedRow> Validation => _parts[AuditedPart.Validation];

    public IEnumerable<AuditedRow> Test => _parts[AuditedPart.Test];

    /// <summary>Training and validation: all that the model has seen before the test.</summary>
    public IEnumerable<AuditedRow> Seen => Train.Concat(Validation);

    /// <summary>All that is on a side.</summary>
    public IEnumerable<AuditedRow> Used => Seen.Concat(Test);
}
