using SerLab.Corpora;

namespace SerLab.Splits.Auditing;

/// <summary>What names alone tell: files, speakers and phrases on both sides.</summary>
internal sealed class NameChecks(IReadOnlyList<AuditedFold> folds)
{
    public IEnumerable<AuditFinding> All() => [Sizes(), Files(), Copies(), .. Keys(), ValidationKeys()];

    private AuditFinding Sizes()
    {
        var (train, validation, test) = (
            folds.Sum(fold => fold.Train.Count()), folds.Sum(fold => fold.Validation.Count()),
            folds.Sum(fold => fold.Test.Count()));
        var where = folds.Count == 1 ? "" : $" over {folds.Count} folds together";
        return new AuditFinding(
            AuditCheck.PartSizes, Severity.Note,
            $"Training {train}, validation {validation}, test {test} recordings{where}.",
            test, train + validation + test)
        {
            Folds = folds.Count == 1 ? []
                : [.. folds.Select(fold => new FoldCount(fold.Name, fold.Test.Count(), fold.Used.Count()))],
        };
    }

    private AuditFinding Files() => FoldTally.Finding(
        AuditCheck.SameFile, Severity.Leak,
        [.. folds.Select(fold => Tally(fold, FileOf, fold.Test.Select(FileOf)))],
        sum => $"{sum.Count} of {sum.Of} test files {Are(sum.Count)} in training or validation too",
        "No file is in the test part and in training or validation.");

    private static string FileOf(AuditedRow row) => row.Path ?? row.File;

    private AuditFinding Copies() => FoldTally.Finding(
        AuditCheck.NamedCopy, Severity.Warning,
        [.. folds.Select(CopiesIn)],
        sum => $"{sum.Count} of {sum.Of} test recordings {Are(sum.Count)} by name a copy of one in training or " +
            "validation, or the other way round, such as an augmented one; a name is only a hint",
        "No name says that a recording on one side is a copy of one on the other.");

    private static FoldTally CopiesIn(AuditedFold fold)
    {
        var seen = fold.Seen.ToLookup(row => OriginalOf(row.File), row => row.File, StringComparer.Ordinal);
        var test = fold.Test.ToArray();
        var found = test.Select(row => (row.File, Other: OtherOf(row.File))).Where(pair => pair.Other is not null).ToArray();
        string[] examples = [.. found.Take(10).Select(pair => $"{pair.Other} | {pair.File}")];
        return new FoldTally(fold.Name, found.Length, test.Length, found.Length, examples);

        string? OtherOf(string file) => seen[OriginalOf(file)].FirstOrDefault(other =>
            other != file && (IsCopy(file) || IsCopy(other)));
    }

    private static string OriginalOf(string file) => CorpusFiles.Stem(CopyNames.Original(CorpusFiles.Id(file)));

    private static bool IsCopy(string file) => OriginalOf(file) != CorpusFiles.Stem(CorpusFiles.Id(file));

    private IEnumerable<AuditFinding> Keys() =>
    [
        Key(AuditCheck.Speaker, row => row.Speaker, "speaker"),
        Key(AuditCheck.Phrase, row => row.Phrase, "phrase"),
        Both(),
    ];

    private AuditFinding Key(AuditCheck check, Func<AuditedRow, string?> key, string word)
    {
        var unknown = folds.SelectMany(fold => fold.Used).Where(row => key(row) is null).Select(row => row.File)
            .Distinct(StringComparer.Ordinal).ToArray();
        var finding = FoldTally.Finding(
            check, Severity.Leak, [.. folds.Select(fold => Tally(fold, key, fold.Test.Select(key)))],
            sum => $"{sum.Count} of {sum.Of} test {word}s {Are(sum.Count)} in training or validation too: " +
                $"{sum.Recordings} test recordings",
            $"No {word} is in the test part and in training or validation.");
        return unknown.Length == 0 || finding.Severity == Severity.Leak ? finding : new AuditFinding(
            check, Severity.Unknown,
            $"The {word} of {unknown.Length} recordings is not known: name its column, or ask the authors.",
            unknown.Length, 0, [.. unknown.Take(5)]);
    }

    private AuditFinding Both()
    {
        static string? Pair(AuditedRow row) =>
            row is { Speaker: { } speaker, Phrase: { } phrase } ? $"{speaker}: {phrase}" : null;
        return FoldTally.Finding(
            AuditCheck.SpeakerAndPhrase, Severity.Leak,
            [.. folds.Select(fold => Tally(fold, Pair, fold.Test.Select(Pair)))],
            sum => $"{sum.Count} of {sum.Of} phrases of test speakers are said by the same speaker in training or " +
                $"validation too: {sum.Recordings} test recordings",
            "No speaker says the same phrase in the test part and in training or validation.");
    }

    private AuditFinding ValidationKeys()
    {
        if (folds.All(fold => !fold.Validation.Any()))
        {
            return new AuditFinding(
                AuditCheck.Validation, Severity.Question,
                "There is no validation part. Ask the authors what chose the epoch and the settings: if it was the " +
                "test part, the score is too high.");
        }
        var tallies = folds.Select(fold => Shared(
            fold.Name, fold.Train, [.. fold.Validation], row => row.Speaker,
            fold.Validation.Select(row => row.Speaker)));
        return FoldTally.Finding(
            AuditCheck.Validation, Severity.Note, [.. tallies],
            sum => $"{sum.Count} of {sum.Of} validation speakers {Are(sum.Count)} in training too: what chooses the " +
                "epoch knows the voices; the test part is not touched by that",
            "No speaker is in validation and in training.");
    }

    private static FoldTally Tally(AuditedFold fold, Func<AuditedRow, string?> key, IEnumerable<string?> whole) =>
        Shared(fold.Name, fold.Seen, [.. fold.Test], key, whole);

    private static FoldTally Shared(
        string fold, IEnumerable<AuditedRow> seen, AuditedRow[] test, Func<AuditedRow, string?> key,
        IEnumerable<string?> whole)
    {
        var known = seen.Select(key).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var touched = test.Where(row => key(row) is { } name && known.Contains(name)).ToArray();
        string[] shared =
            [.. touched.Select(row => key(row)!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var all = whole.OfType<string>().Distinct(StringComparer.Ordinal).Count();
        return new FoldTally(fold, shared.Length, all, touched.Length, [.. shared.Take(10)]);
    }

    private static string Are(int count) => count == 1 ? "is" : "are";
}
