using SerLab.Audio.Fingerprints;

namespace SerLab.Splits.Auditing;

/// <summary>What listening tells: the same recording on both sides, or several times on one.</summary>
internal sealed class RecordingChecks(IReadOnlyList<AuditedFold> folds, HeardRecordings heard)
{
    private const int MostPairs = 200;

    /// <summary>The same recording in training or validation and in the test part, the surest first.</summary>
    public IReadOnlyList<RecordingPair> Pairs { get; private set; } = [];

    public IEnumerable<AuditFinding> All()
    {
        var found = folds.Select(fold => (Fold: fold, Twins: Twins(fold))).ToArray();
        Pairs =
        [
            .. found.SelectMany(one => one.Twins.Select(twin => Pair(one.Fold.Name, twin.Seen, twin.Test)))
                .OrderBy(pair => pair.Likeness.Grade).ThenByDescending(pair => pair.Likeness.Correlation).Take(MostPairs),
        ];
        return [Across(found), Inside(), Audio()];
    }

    // Each test recording with the first that is the same and was seen; the same file is told elsewhere.
    private List<(AuditedRow Seen, AuditedRow Test)> Twins(AuditedFold fold)
    {
        var seen = fold.Seen.Where(row => heard.GroupOf(row.Path) is not null).ToLookup(row => heard.GroupOf(row.Path));
        var twins = new List<(AuditedRow, AuditedRow)>();
        foreach (var test in fold.Test)
        {
            if (heard.GroupOf(test.Path) is { } group
                && seen[group].FirstOrDefault(row => row.Path != test.Path) is { } twin)
            {
                twins.Add((twin, test));
            }
        }
        return twins;
    }

    private RecordingPair Pair(string fold, AuditedRow seen, AuditedRow test) => new(
        seen.File, seen.Part, test.File, test.Part, fold, heard.Between(seen.Path!, test.Path!))
    {
        FirstPath = seen.Path!, SecondPath = test.Path!,
    };

    private AuditFinding Across((AuditedFold Fold, List<(AuditedRow Seen, AuditedRow Test)> Twins)[] found)
    {
        var tallies = found.Select(one => new FoldTally(
            one.Fold.Name, one.Twins.Count, one.Fold.Test.Count(), one.Twins.Count,
            [.. one.Twins.Take(5).Select(twin => Text(Pair(one.Fold.Name, twin.Seen, twin.Test)))])).ToArray();
        return FoldTally.Finding(
            AuditCheck.SameRecording, Severity.Leak, tallies,
            sum => $"{sum.Count} of {sum.Of} test recordings {(sum.Count == 1 ? "is" : "are")} in training or validation " +
                $"too, in another file{Grades()}",
            $"No recording is on both sides: {heard.Count} were compared by their sound.");
    }

    private string Grades() => Pairs.Count == MostPairs ? "" : ": " + string.Join(", ", Pairs
        .GroupBy(pair => pair.Likeness.Grade).Select(grade => $"{grade.Count()} {Word(grade.Key)}"));

    /// <summary>A pair in words.</summary>
    public static string Text(RecordingPair pair)
    {
        var likeness = pair.Likeness;
        var measured = likeness.Grade == LikenessGrade.SameSound
            ? FormattableString.Invariant($", correlation {likeness.Correlation:0.000}") : "";
        var difference = likeness.Difference == "" ? "" : $", {likeness.Difference}";
        return $"{pair.First} | {pair.Second} ({Word(likeness.Grade)}{measured}{difference})";
    }

    private static string Word(LikenessGrade grade) => grade switch
    {
        LikenessGrade.SameFile => "equal byte for byte",
        LikenessGrade.SameSamples => "equal sample for sample",
        _ => "the same sound",
    };

    private AuditFinding Inside()
    {
        var repeated = folds[0].Used.DistinctBy(row => row.Path).Where(row => heard.GroupOf(row.Path) is not null)
            .GroupBy(row => (row.Part, heard.GroupOf(row.Path))).Where(group => group.Count() > 1).ToArray();
        var extra = repeated.Sum(group => group.Count() - 1);
        return extra == 0
            ? new AuditFinding(AuditCheck.Repeated, Severity.Fine, "No recording is several times in one part.")
            : new AuditFinding(
                AuditCheck.Repeated, Severity.Note,
                $"{extra} recording{(extra == 1 ? " repeats" : "s repeat")} another of the same part" +
                $"{(folds.Count == 1 ? "" : $" in fold {folds[0].Name}")}: no leak, but counted twice.",
                extra, folds[0].Used.Count(),
                [.. repeated.Take(5).Select(group => string.Join(" | ", group.Select(row => row.File).Take(3)))]);
    }

    private AuditFinding Audio()
    {
        var rows = folds.SelectMany(fold => fold.Used).DistinctBy(row => row.File).ToArray();
        string[] missing = [.. rows.Where(row => row.Path is null).Select(row => row.File)];
        if (missing.Length == rows.Length)
        {
            return new AuditFinding(
                AuditCheck.Audio, Severity.Unknown,
                "No recording was found, so whether one is on both sides cannot be told: name their folder with " +
                "--root.",
                rows.Length, rows.Length, [.. missing.Take(3)]);
        }
        string[] lost = [.. missing.Select(file => $"{file}: not found"), .. heard.Unread.Select(left => left.Reason)];
        return lost.Length > 0
            ? new AuditFinding(
                AuditCheck.Audio, Severity.Unknown,
                $"{lost.Length} of {rows.Length} recordings could not be compared: {missing.Length} not found, " +
                $"{heard.Unread.Count} unreadable.",
                lost.Length, rows.Length, [.. lost.Take(10)])
            : Quiet(rows.Length);
    }

    private AuditFinding Quiet(int count) => heard.Silent.Count == 0
        ? new AuditFinding(AuditCheck.Audio, Severity.Fine, $"All {count} recordings were compared by their sound.")
        : new AuditFinding(
            AuditCheck.Audio, Severity.Note,
            $"{heard.Silent.Count} of {count} recordings hold too little sound to be known again, and were compared " +
            "sample by sample alone.",
            heard.Silent.Count, count, [.. heard.Silent.Take(5)]);
}
