using SerLab.Corpora;

namespace SerLab.Splits.Auditing;

/// <summary>Whether the parts hold the classes in like shares.</summary>
internal sealed class ClassChecks(IReadOnlyList<AuditedFold> folds)
{
    private const double Level = 0.01, LeastEffect = 0.1;

    public IEnumerable<AuditFinding> All() => folds.SelectMany(fold => fold.Used).All(row => row.Emotion is null)
        ?
        [
            new AuditFinding(
                AuditCheck.ClassShares, Severity.Question,
                "The labels are not known. Ask the authors how many recordings of each class are in each part."),
        ]
        : [Missing(), Shares()];

    private AuditFinding Missing()
    {
        var classes = Emotions.InOrder(folds.SelectMany(fold => fold.Used).Select(row => row.Emotion).OfType<string>());
        var tallies = folds.Select(fold =>
        {
            var (train, test) = (Labels(fold.Train), Labels(fold.Test));
            string[] missing =
            [
                .. test.Except(train).Select(label => $"{label}: in the test part, never in training"),
                .. train.Except(test).Select(label => $"{label}: in training, never in the test part"),
            ];
            return new FoldTally(fold.Name, missing.Length, classes.Count, 0, missing);
        });
        return FoldTally.Finding(
            AuditCheck.MissingClass, Severity.Warning, [.. tallies],
            sum => $"{sum.Count} times a class is missing in training or in the test part",
            $"All {classes.Count} classes are in training and in the test part.");
    }

    private AuditFinding Shares()
    {
        var tests = folds.Select(fold =>
            (Fold: fold.Name, Test: ClassShareTest.Of(fold.Train, fold.Test, folds.Count))).ToArray();
        var worst = tests.MaxBy(one => one.Test.Effect);
        var unequal = tests.Where(one => one.Test.P < Level / folds.Count && one.Test.Effect >= LeastEffect).ToArray();
        var where = folds.Count == 1 ? "" : $", in fold {worst.Fold}";
        var numbers = FormattableString.Invariant(
            $"Cramér's V {worst.Test.Effect:0.00}, p = {worst.Test.P:0.000}{where}");
        return unequal.Length == 0
            ? new AuditFinding(
                AuditCheck.ClassShares, Severity.Fine,
                $"The classes' shares in training and test differ no more than by chance ({numbers}).", 0, folds.Count)
            : new AuditFinding(
                AuditCheck.ClassShares, Severity.Warning,
                $"The classes' shares in training and test differ by more than chance ({numbers}).",
                unequal.Length, folds.Count, Example(folds.Single(fold => fold.Name == worst.Fold)));
    }

    private static string[] Example(AuditedFold fold)
    {
        AuditedRow[] train = [.. fold.Train], test = [.. fold.Test];
        return
        [
            .. Emotions.InOrder(fold.Used.Select(row => row.Emotion).OfType<string>()).Select(label =>
                FormattableString.Invariant(
                    $"{label}: {Share(train, label):0.0%} of training, {Share(test, label):0.0%} of test")),
        ];
    }

    private static double Share(AuditedRow[] rows, string label) =>
        (double)rows.Count(row => row.Emotion == label) / rows.Length;

    private static HashSet<string> Labels(IEnumerable<AuditedRow> rows) =>
        rows.Select(row => row.Emotion).OfType<string>().ToHashSet(StringComparer.Ordinal);
}
