using SerLab.Audio.Fingerprints;

namespace SerLab.Splits.Auditing;

/// <summary>What an audit comes to.</summary>
public enum AuditVerdict
{
    /// <summary>Everything was looked at, and the test part is new to the model.</summary>
    Clean,

    /// <summary>Something of the test part was in training or validation, or decided over the model.</summary>
    Leaks,

    /// <summary>Nothing was found, but something could not be looked at.</summary>
    CannotTell,
}

/// <summary>Two files with the same recording.</summary>
/// <param name="First">The one, as the table writes it; of two parts the one that the model has seen.</param>
/// <param name="FirstPart">Its part.</param>
/// <param name="Second">The other.</param>
/// <param name="SecondPart">Its part.</param>
/// <param name="Fold">Where they are on both sides; empty where there are no folds.</param>
/// <param name="Likeness">How they are the same.</param>
public sealed record RecordingPair(
    string First, AuditedPart FirstPart, string Second, AuditedPart SecondPart, string Fold, Likeness Likeness)
{
    /// <summary>Where the first one lies.</summary>
    internal string FirstPath { get; init; } = "";

    /// <summary>Where the second one lies.</summary>
    internal string SecondPath { get; init; } = "";
}

/// <summary>An audited split.</summary>
/// <param name="Source">What was audited.</param>
/// <param name="Verdict">What it comes to.</param>
/// <param name="Summary">The verdict in a sentence.</param>
/// <param name="Findings">One a check, the gravest first.</param>
/// <param name="Pairs">The same recording on both sides, the surest first, at most 200.</param>
/// <param name="Remarks">How the table was understood.</param>
public sealed record AuditReport(
    string Source, AuditVerdict Verdict, string Summary, IReadOnlyList<AuditFinding> Findings,
    IReadOnlyList<RecordingPair> Pairs, IReadOnlyList<string> Remarks)
{
    /// <summary>Makes the verdict of the findings.</summary>
    internal static AuditReport Of(
        string source, IEnumerable<AuditFinding> findings, IReadOnlyList<RecordingPair> pairs,
        IReadOnlyList<string> remarks)
    {
        AuditFinding[] sorted = [.. findings.OrderByDescending(one => one.Severity).ThenBy(one => one.Check)];
        var verdict = sorted.Any(finding => finding.Severity == Severity.Leak) ? AuditVerdict.Leaks
            : sorted.Any(finding => finding.Severity == Severity.Unknown) ? AuditVerdict.CannotTell
            : AuditVerdict.Clean;
        return new AuditReport(source, verdict, Sentence(verdict, sorted), sorted, pairs, remarks);
    }

    /// <summary>The same audit with more findings.</summary>
    internal AuditReport With(IEnumerable<AuditFinding> more) =>
        Of(Source, [.. Findings.Where(old => !more.Any(one => one.Check == old.Check)), .. more], Pairs, Remarks);

    private static string Sentence(AuditVerdict verdict, AuditFinding[] findings) => verdict switch
    {
        AuditVerdict.Leaks when findings.All(one => one.Severity != Severity.Leak || one.Check == AuditCheck.Phrase) =>
            "Leaks: the phrases. No speaker and no recording that could be looked at is on both sides, so a score " +
            "for unseen speakers stands; one for unseen phrases does not.",
        AuditVerdict.Leaks => $"Leaks: {Words(findings, Severity.Leak)}.",
        AuditVerdict.CannotTell =>
            $"Cannot tell: nothing leaks that could be looked at, but not {Words(findings, Severity.Unknown)}.",
        _ when findings.Any(IsAllowed) =>
            "Clean, but for what was allowed: " +
            string.Join(", ", findings.Where(IsAllowed).Select(finding => Word(finding.Check))) + ".",
        _ => "Clean: no speaker, phrase or recording of the test part is in training or validation.",
    };

    private static bool IsAllowed(AuditFinding finding) =>
        finding.Sentence.EndsWith(LeakAudit.AllowedRemark, StringComparison.Ordinal);

    private static string Words(AuditFinding[] findings, Severity severity) =>
        string.Join(", ", findings.Where(one => one.Severity == severity).Select(one => Word(one.Check)));

    private static string Word(AuditCheck check) => check switch
    {
        AuditCheck.SameFile => "the same files",
        AuditCheck.SameRecording => "the same recordings",
        AuditCheck.NamedCopy => "augmented copies",
        AuditCheck.Speaker => "the speakers",
        AuditCheck.Phrase => "the phrases",
        AuditCheck.SpeakerAndPhrase => "the same phrases of the same speakers",
        AuditCheck.Scaler => "the scaler",
        AuditCheck.Selection => "the selection",
        AuditCheck.Augmentation => "the augmentation",
        AuditCheck.Audio => "all recordings",
        _ => check.ToString(),
    };
}
