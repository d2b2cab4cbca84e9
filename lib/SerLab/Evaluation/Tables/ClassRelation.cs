namespace SerLab.Evaluation.Tables;

/// <summary>Whether the scores of one class can hold together, and each of them with its support.</summary>
internal static class ClassRelation
{
    /// <summary>
    /// The smallest sets of scores that no counts give; a score that takes part in one is not looked at again.
    /// </summary>
    public static IReadOnlyList<TableFinding> Check(ClassFacts facts, CountRange total)
    {
        for (var size = 1; size <= facts.Given.Count; size++)
        {
            TableFinding[] found =
            [
                .. Sets(facts.Given, size).Where(scores => ClassScores.Of(facts.With(scores), total) is null)
                    .Select(scores => Finding(facts.With(scores), scores, total)),
            ];
            if (found.Length > 0)
            {
                return found;
            }
        }
        return [];
    }

    private static IEnumerable<TableScore[]> Sets(IReadOnlyList<TableScore> scores, int size) =>
        size == 0 ? [[]]
        : scores.SelectMany((score, i) =>
            Sets([.. scores.Skip(i + 1)], size - 1).Select(rest => (TableScore[])[score, .. rest]));

    private static TableFinding Finding(ClassFacts facts, TableScore[] scores, CountRange total)
    {
        if (scores is [var only])
        {
            return Alone(facts, only, total);
        }
        var cells = scores.Select(score =>
            (Number: facts[score]!, Left: ClassScores.Of(facts.Without(score), total)?[score])).ToArray();
        var mends = cells.Where(c => c.Left is not null)
            .Select(c => $"{c.Number.Name} would have to be {c.Number.Text(c.Left!.Value)}");
        var clips = facts.Support is { } support ? $" with {support} clips" : "";
        return new TableFinding(
            $"{string.Join(" and ", cells.Select(c => c.Number))} cannot hold together{clips}: "
                + $"{string.Join(", or ", mends.DefaultIfEmpty("no value of one fits the other"))}.",
            [.. cells.Select(c => c.Number.Cell(c.Left))]);
    }

    private static TableFinding Alone(ClassFacts facts, TableScore score, CountRange total)
    {
        var number = facts[score]!;
        var free = ClassCount.Of(facts.With([]), total.Most);
        var shares = free.Select(count => Shares(count, score)).ToArray();
        Bounds[] below = [.. shares.Where(s => s.High < number.Shares.Low).OrderBy(s => s.High).TakeLast(1)];
        Bounds[] above = [.. shares.Where(s => s.Low > number.Shares.High).OrderBy(s => s.Low).Take(1)];
        Bounds[] nearest = [.. below, .. above];
        var source = facts.Hits == CountRange.Any
            ? $"no whole number of its {facts.Support} clips gives it; the nearest are"
            : "the confusion matrix gives";
        return new TableFinding(
            $"{number} cannot be: {source} {string.Join(" and ", nearest.Select(number.Text))}.",
            [number.Cell(nearest.Length > 0 ? Bounds.Around(nearest) : null)]);
    }

    private static Bounds Shares(ClassCount count, TableScore score) => score switch
    {
        TableScore.Recall => count.Recall, TableScore.Precision => count.Precision, _ => count.F1,
    };
}
