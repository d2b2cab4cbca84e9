using SerLab.Features;
using SerLab.Files;

namespace SerLab.Splits.Auditing;

/// <summary>What an audit may take for granted.</summary>
public sealed record AuditOptions
{
    /// <summary>
    /// What may be on both sides because nobody claims otherwise, such as <see cref="AuditCheck.Phrase"/> where only
    /// unseen speakers are claimed: it is noted, and is no leak. None by default.
    /// </summary>
    public IReadOnlyList<AuditCheck> Allowed { get; init; } = [];

    /// <summary>Whether recordings are compared by their sound.</summary>
    public bool Listens { get; init; } = true;

    /// <summary>How many recordings are heard at a time; as many as there are processors when null.</summary>
    public int? Jobs { get; init; }
}

/// <summary>
/// Says of any split whether its test part is new to the model: files, recordings, speakers, phrases, and both
/// together; what names hint at; how the classes are shared out. What is on a side is told from its rows, never from
/// the rule that is said to have made it.
/// </summary>
public static class LeakAudit
{
    internal const string AllowedRemark = "This was allowed.";

    /// <summary>Audits a split.</summary>
    /// <param name="split">As <see cref="AuditedSplitReader"/> reads it.</param>
    /// <param name="options">What is taken for granted; nothing without it.</param>
    /// <param name="progress">Receives every recording that is heard.</param>
    /// <param name="cancel">Ends it between two recordings.</param>
    /// <exception cref="BadOptionException">Something was allowed that is no leak.</exception>
    public static AuditReport Of(
        AuditedSplit split, AuditOptions? options = null, IProgress<BatchProgress>? progress = null,
        CancellationToken cancel = default)
    {
        options ??= new AuditOptions();
        var folds = split.Folds;
        string[] paths =
        [
            .. split.Rows.Where(row => row.Part != AuditedPart.Unused).Select(row => row.Path).OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];
        var heard = HeardRecordings.Listen(
            options.Listens ? paths : [], options.Jobs ?? Environment.ProcessorCount, progress, cancel);
        var recordings = new RecordingChecks(folds, heard);
        AuditFinding[] findings =
        [
            .. new NameChecks(folds).All(), .. options.Listens ? recordings.All() : [NotHeard()],
            .. new ClassChecks(folds).All(), .. Questions(),
        ];
        return AuditReport.Of(
            split.Source, findings.Select(finding => Allow(finding, options.Allowed)), recordings.Pairs, split.Remarks);
    }

    private static AuditFinding Allow(AuditFinding finding, IReadOnlyList<AuditCheck> allowed) =>
        finding.Severity == Severity.Leak && allowed.Contains(finding.Check)
            ? finding with { Severity = Severity.Note, Sentence = $"{finding.Sentence} {AllowedRemark}" }
            : finding;

    private static AuditFinding NotHeard() => new(
        AuditCheck.Audio, Severity.Unknown, "The recordings were not compared, so the same one may be on both sides.");

    private static IEnumerable<AuditFinding> Questions() =>
    [
        new(AuditCheck.Scaler, Severity.Question,
            "Ask the authors on which recordings means, variances and feature selections were fitted: if on all, the " +
            "test part was seen."),
        new(AuditCheck.Selection, Severity.Question,
            "Ask the authors what chose the epoch and the settings: if the test part did, the score is too high."),
        new(AuditCheck.Augmentation, Severity.Question,
            "Ask the authors whether recordings were augmented after the split, and in training alone."),
    ];
}
