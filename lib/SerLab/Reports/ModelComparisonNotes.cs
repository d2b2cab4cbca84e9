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
    public static IEnumerable<string> Of(Ranking ranking, IReadOnlyList<Run> runs)
    {
        yield return $"Square brackets: {ranking.Rows[0].Uar.Method}. " +
            "To best: UAR minus the best run's, in points; each difference is judged alone.";
        if (ranking.Rows.Any(row => row.IsNoise))
        {
            yield return "~ not more than noise: the interval of the difference holds 0.";
        }
        if (ranking.Rows.Any(row => !row.IsPaired))
        {
            yield return "* tested on other clips than the best run: not paired, so the interval is wider.";
        }
        if (ranking.Unit == ResampledUnit.Clips)
        {
            yield return "Too few test speakers to draw speakers: the brackets say nothing of other speakers.";
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
