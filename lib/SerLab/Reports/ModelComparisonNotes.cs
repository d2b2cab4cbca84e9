using SerLab.Evaluation;

namespace SerLab.Reports;

/// <summary>What a comparison of models says in words.</summary>
internal static class ModelComparisonNotes
{
    /// <summary>
    /// <c>cnn2d is best; lenet2d is within noise, mlp is lower</c>; where none is lower, the best only leads.
    /// </summary>
    public static string Verdict(IReadOnlyList<Ranked> rows)
    {
        string[] noise = [.. rows.Where(row => row.IsNoise).Select(row => row.Name)];
        string[] lower = [.. rows.Skip(1).Where(row => !row.IsNoise).Select(row => row.Name)];
        string[] others =
        [
            .. noise.Length > 0 ? [$"{Names(noise, lower.Length == 0)} within noise"] : Array.Empty<string>(),
            .. lower.Length > 0 ? [$"{Names(lower, noise.Length == 0)} lower"] : Array.Empty<string>(),
        ];
        return $"{rows[0].Name} {(lower.Length == 0 ? "leads" : "is best")}; {string.Join(", ", others)}";
    }

    /// <summary>What a reader of the table must know, a sentence each.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<ModelRow> rows, ResampledUnit unit, IReadOnlyList<Run> runs)
    {
        yield return $"Square brackets: {rows[0].Scores.Uar.Method}. " +
            "To best: UAR minus the best run's, in points" + (rows.Any(row => row.Scores.PValue is not null)
                ? "; p of a paired permutation test, corrected for all runs together (Holm)."
                : "; each difference is judged alone.");
        if (rows.Max(row => row.Scores.SmallestShown) is { } smallest)
        {
            yield return $"This test set can show differences of {Wording.Text(100 * smallest, "0")} points and more " +
                "(in 80 of 100 such sets).";
        }
        if (rows.Any(row => row.Scores.IsNoise))
        {
            yield return "~ not more than noise: the interval of the difference holds 0" +
                (rows.Any(row => row.Scores.PValue is not null) ? ", or p is 0.05 and above." : ".");
        }
        if (rows.Any(row => !row.Scores.IsPaired))
        {
            yield return "* tested on other clips than the best run: not paired, so the interval is wider.";
        }
        if (unit == ResampledUnit.Clips)
        {
            yield return "Too few test speakers to draw speakers: the brackets say nothing of other speakers.";
        }
        foreach (var (row, spread) in rows.Select(row => (row, row.UarOverSeeds)))
        {
            if (spread is not null)
            {
                yield return $"{row.Run}: over its seeds UAR is {Wording.Text(100 * spread.Mean, "0.0")} % with a " +
                    $"standard deviation of {Wording.Text(100 * spread.Deviation, "0.0")}; the table has the first seed.";
            }
        }
        foreach (var split in runs.Select(run => run.Manifest.SplitDescription).Distinct())
        {
            yield return split;
        }
    }

    private static string Names(string[] names, bool areAll) => names switch
    {
        [var one] => $"{one} is",
        [var one, var two] => $"{one} and {two} are",
        _ => areAll ? $"all {names.Length} others are" : $"{names.Length} others are",
    };
}
