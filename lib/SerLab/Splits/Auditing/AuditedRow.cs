namespace SerLab.Splits.Auditing;

/// <summary>Which side of a split a recording is on.</summary>
public enum AuditedPart
{
    /// <summary>Weights are fitted on it.</summary>
    Train,

    /// <summary>It chooses the epoch or the settings.</summary>
    Validation,

    /// <summary>It gives the score.</summary>
    Test,

    /// <summary>On no side.</summary>
    Unused,
}

/// <summary>One recording in one part of one fold, as a table says.</summary>
/// <param name="File">As the table writes it.</param>
/// <param name="Part">The side it is on.</param>
/// <param name="Fold">Name of the fold; empty where there is one split.</param>
public sealed record AuditedRow(string File, AuditedPart Part, string Fold)
{
    /// <summary>Who speaks; null where neither the table nor the name tells.</summary>
    public string? Speaker { get; init; }

    /// <summary>What is said; null where neither the table nor the name tells.</summary>
    public string? Phrase { get; init; }

    /// <summary>The label; null where neither the table nor the name tells.</summary>
    public string? Emotion { get; init; }

    /// <summary>Where the recording was found; null where it was not.</summary>
    public string? Path { get; init; }
}
