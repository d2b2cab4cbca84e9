namespace SerLab.Evaluation.Tables;

/// <summary>Whether accuracy, UAR and the averages are those of the classes.</summary>
internal sealed class MeanRelation(TableFacts facts, IReadOnlyList<ClassScores> classes)
{
    private readonly List<Due> _due = [];

    /// <summary>What the averages are held against, each in a few words.</summary>
    public IReadOnlyList<string> Checked => [.. _due.Select(due => $"{due.Number.Name} against {due.Source}")];

    public IReadOnlyList<TableFinding> Check()
    {
        var weightedRecall = facts.Weighted[TableScore.Recall];
        if (Weighted(TableScore.Recall) is { } hits)
        {
            Hold(facts.Accuracy, hits, Source(TableScore.Recall));
        }
        Hold(facts.Accuracy, weightedRecall?.Shares, "the weighted recall, which is the same");
        Hold(facts.Uar, UarOfClasses(), "the classes' recalls");
        Hold(facts.Uar, facts.Macro[TableScore.Recall]?.Shares, "the macro recall, which is the same");
        foreach (var score in Enum.GetValues<TableScore>())
        {
            Hold(facts.Macro[score], Macro(score), $"the classes' {Word(score)}");
            Hold(facts.Weighted[score], Weighted(score), Source(score));
        }
        return [.. Swapped(), .. Single(), .. Whole()];
    }

    /// <summary>Numbers that are due, but each in the other's place.</summary>
    private IEnumerable<TableFinding> Swapped()
    {
        var wrong = Wrong();
        for (var i = 0; i < wrong.Count; i++)
        {
            for (var j = i + 1; j < wrong.Count; j++)
            {
                var (a, b) = (wrong[i], wrong[j]);
                if (a.Bounds.Meets(b.Number.Shares) && b.Bounds.Meets(a.Number.Shares))
                {
                    _swapped.UnionWith([a.Number, b.Number]);
                    yield return new TableFinding(
                        $"{a.Number} and {b.Number} hold if they are swapped: the classes give "
                            + $"{a.Number.Text(a.Bounds)} and {b.Number.Text(b.Bounds)}.",
                        [a.Number.Cell(a.Bounds), b.Number.Cell(b.Bounds)]);
                }
            }
        }
    }

    private readonly HashSet<TableNumber> _swapped = [];

    private IEnumerable<TableFinding> Single() => Wrong().Where(due => !_swapped.Contains(due.Number))
        .Select(due => new TableFinding(
            $"{due.Number} cannot be: {due.Source} give {due.Number.Text(due.Bounds)}.",
            [due.Number.Cell(due.Bounds)]));

    /// <summary>A share of all clips is a whole number of them.</summary>
    private IEnumerable<TableFinding> Whole()
    {
        if (facts.Total is not { Least: > 0 } total || total.Most - total.Least > 100)
        {
            yield break;
        }
        foreach (var number in new[] { facts.Accuracy, facts.Weighted[TableScore.Recall] }.OfType<TableNumber>())
        {
            var isWhole = Enumerable.Range(total.Least, total.Most - total.Least + 1)
                .Any(clips => number.Shares.Counts(clips) is var hits && hits.Least <= hits.Most);
            if (!isWhole && Wrong().All(due => due.Number != number))
            {
                var below = decimal.Floor(number.Shares.Low * total.Least);
                var nearest = new Bounds(below / total.Least, (below + 1) / total.Least);
                yield return new TableFinding(
                    $"{number} cannot be: no whole number of the {total} clips gives it; the nearest are "
                        + $"{number.Text(Bounds.At(nearest.Low))} and {number.Text(Bounds.At(nearest.High))}.",
                    [number.Cell(nearest)]);
            }
        }
    }

    // The first relation that a number breaks says enough.
    private List<Due> Wrong() =>
        [.. _due.Where(due => !due.Number.Shares.Meets(due.Bounds)).DistinctBy(due => due.Number)];

    private void Hold(TableNumber? number, Bounds? due, string source)
    {
        if (number is not null && due is { } bounds)
        {
            _due.Add(new Due(number, bounds, source));
        }
    }

    private Bounds? Macro(TableScore score)
    {
        // A class that does not occur, and is perhaps never predicted, may have been left out of the mean.
        var all = MeanOf(Enumerable.Range(0, classes.Count), score);
        var seen = MeanOf(Present, score);
        return all is { } a && seen is { } s ? Bounds.Around([a, s]) : all;
    }

    private Bounds? UarOfClasses() => MeanOf(Present, TableScore.Recall);

    private IEnumerable<int> Present =>
        Enumerable.Range(0, classes.Count).Where(c => facts.Classes[c].Support is not { Least: 0 });

    private Bounds? MeanOf(IEnumerable<int> which, TableScore score)
    {
        var bounds = which.Select(c => classes[c][score]).ToArray();
        return bounds.Length == 0 || bounds.Any(b => b is null) ? null
            : bounds.Select(b => b!.Value).Aggregate((a, b) => a + b) / bounds.Length;
    }

    private Bounds? Weighted(TableScore score)
    {
        var bounds = classes.Select(c => c[score]).ToArray();
        if (bounds.Length == 0 || bounds.Any(b => b is null))
        {
            return null;
        }
        if (!KnowsSupports)
        {
            return Bounds.Around(bounds.Select(b => b!.Value));
        }
        var (low, high) = (0m, 0m);
        foreach (var (one, share) in facts.Classes.Zip(bounds))
        {
            (low, high) = (low + (one.Support!.Value.Least * share!.Value.Low),
                high + (one.Support.Value.Most * share.Value.High));
        }
        return facts.Total is { Least: > 0 } total ? new Bounds(low / total.Most, high / total.Least) : null;
    }

    private bool KnowsSupports => facts.Classes.All(c => c.Support is not null);

    private string Source(TableScore score) => KnowsSupports
        ? $"the classes' {Word(score)} and supports" : $"the classes' {Word(score)}, whatever their supports,";

    private static string Word(TableScore score) => score switch
    {
        TableScore.Recall => "recalls", TableScore.Precision => "precisions", _ => "F1",
    };

    private sealed record Due(TableNumber Number, Bounds Bounds, string Source);
}
