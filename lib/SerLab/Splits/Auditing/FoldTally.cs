namespace SerLab.Splits.Auditing;

/// <summary>What a check counted in one fold.</summary>
/// <param name="Fold">Name of the fold.</param>
/// <param name="Count">How many were found.</param>
/// <param name="Of">Of how many.</param>
/// <param name="Recordings">How many recordings of the test part that touches.</param>
/// <param name="Examples">Some of them.</param>
internal sealed record FoldTally(string Fold, int Count, int Of, int Recordings, IReadOnlyList<string> Examples)
{
    private const int MostExamples = 10;

    /// <summary>One finding of the counts of all folds.</summary>
    /// <param name="check">Which check.</param>
    /// <param name="found">How grave it is where something was found.</param>
    /// <param name="folds">The counts.</param>
    /// <param name="sentence">Says it, of the sum of all folds.</param>
    /// <param name="fine">What to say where nothing was found.</param>
    public static AuditFinding Finding(
        AuditCheck check, Severity found, IReadOnlyList<FoldTally> folds, Func<FoldTally, string> sentence, string fine)
    {
        var examples = folds.SelectMany(fold => fold.Examples).Distinct(StringComparer.Ordinal).Take(MostExamples);
        var sum = new FoldTally(
            "", folds.Sum(fold => fold.Count), folds.Sum(fold => fold.Of), folds.Sum(fold => fold.Recordings),
            [.. examples]);
        if (sum.Count == 0)
        {
            return new AuditFinding(check, Severity.Fine, fine, 0, sum.Of);
        }
        var touched = folds.Count(fold => fold.Count > 0);
        var where = folds.Count == 1 ? "" : $" (over {touched} of {folds.Count} folds together)";
        return new AuditFinding(check, found, $"{sentence(sum)}{where}.", sum.Count, sum.Of, sum.Examples)
        {
            Folds = folds.Count == 1 ? [] : [.. folds.Select(fold => new FoldCount(fold.Fold, fold.Count, fold.Of))],
        };
    }
}
