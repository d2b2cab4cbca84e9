namespace SerLab.Splits.Auditing;

/// <summary>What an audit looks at.</summary>
public enum AuditCheck
{
    /// <summary>How large the parts are.</summary>
    PartSizes,

    /// <summary>One file in the test part and in what the model has seen.</summary>
    SameFile,

    /// <summary>One recording, in two files, on both sides.</summary>
    SameRecording,

    /// <summary>Files whose names say that one is an augmented copy of the other, on both sides.</summary>
    NamedCopy,

    /// <summary>Speakers on both sides.</summary>
    Speaker,

    /// <summary>Phrases on both sides.</summary>
    Phrase,

    /// <summary>Phrases that one speaker says on both sides.</summary>
    SpeakerAndPhrase,

    /// <summary>What validation shares with training.</summary>
    Validation,

    /// <summary>One recording several times in one part.</summary>
    Repeated,

    /// <summary>How the classes are shared out.</summary>
    ClassShares,

    /// <summary>A class that is missing in a part.</summary>
    MissingClass,

    /// <summary>Recordings that could not be found or heard.</summary>
    Audio,

    /// <summary>On what the scaler was fitted.</summary>
    Scaler,

    /// <summary>What chose the epoch and the settings.</summary>
    Selection,

    /// <summary>Where augmented copies of recordings went.</summary>
    Augmentation,
}

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>Looked at, and nothing found.</summary>
    Fine,

    /// <summary>Worth knowing.</summary>
    Note,

    /// <summary>No leak, and yet the score may mean less than it seems to.</summary>
    Warning,

    /// <summary>A split file cannot tell: a question to whoever trained the model.</summary>
    Question,

    /// <summary>It could not be looked at, though the audit should have.</summary>
    Unknown,

    /// <summary>The test part is not new to the model.</summary>
    Leak,
}

/// <summary>What one check found.</summary>
/// <param name="Check">Which check.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Sentence">What was found, for a person, with the numbers.</param>
/// <param name="Count">
/// How many: recordings of the test part, speakers, phrases, classes, as the sentence says; summed over the folds.
/// </param>
/// <param name="Of">Of how many there are; 0 where that says nothing.</param>
/// <param name="Examples">Some of them, a text each.</param>
public sealed record AuditFinding(
    AuditCheck Check, Severity Severity, string Sentence, int Count = 0, int Of = 0,
    IReadOnlyList<string>? Examples = null)
{
    /// <summary>Some of them, a text each; none where the sentence says all.</summary>
    public IReadOnlyList<string> Examples { get; init; } = Examples ?? [];

    /// <summary>How many in each fold where there are several; empty otherwise.</summary>
    public IReadOnlyList<FoldCount> Folds { get; init; } = [];
}

/// <summary>A count in one fold.</summary>
/// <param name="Fold">Name of the fold.</param>
/// <param name="Count">How many.</param>
/// <param name="Of">Of how many.</param>
public sealed record FoldCount(string Fold, int Count, int Of);
