namespace SerLab.Splits.Auditing;

/// <summary>
/// What a table calls its columns and parts. A name that is null is found by common spellings, whatever the case and
/// the signs between words.
/// </summary>
public sealed record SplitColumns
{
    /// <summary>The column with the recordings: <c>file</c>, <c>path</c>, <c>wav</c> … when null.</summary>
    public string? File { get; init; }

    /// <summary>The column with the part: <c>part</c>, <c>split</c>, <c>set</c> … when null.</summary>
    public string? Part { get; init; }

    /// <summary>The column with the fold: <c>fold</c> … when null.</summary>
    public string? Fold { get; init; }

    /// <summary>The column with the speaker: <c>speaker</c>, <c>spk</c>, <c>actor</c> … when null.</summary>
    public string? Speaker { get; init; }

    /// <summary>The column with the phrase: <c>phrase</c>, <c>sentence</c>, <c>text</c> … when null.</summary>
    public string? Phrase { get; init; }

    /// <summary>The column with the label: <c>emotion</c>, <c>label</c>, <c>class</c> … when null.</summary>
    public string? Emotion { get; init; }

    /// <summary>Words for parts besides the common ones, such as <c>probe</c> for the test part.</summary>
    public IReadOnlyDictionary<string, AuditedPart> PartWords { get; init; } = new Dictionary<string, AuditedPart>();
}
