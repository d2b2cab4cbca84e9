namespace SerLab.Evaluation.Tables;

/// <summary>Whether there are counts of hits and predictions that give the scores of all classes at once.</summary>
internal sealed class JointRelation(TableFacts facts)
{
    private readonly int _total = facts.Total is { IsOne: true } total ? total.Least : 0;

    /// <summary>
    /// There is something to check: one total, a support of every class that comes to it, and scores that bound the
    /// predictions.
    /// </summary>
    public bool CanCheck => _total > 0 && facts.Findings.Count == 0 && facts.Classes.Count > 1
        && facts.Classes.All(c => c.Support is not null && (c.F1 ?? c.Precision) is not null)
        && facts.Classes.All(c => ClassCount.Of(c, _total).Count > 0)
        && Counts(facts.Accuracy).IsCheap([.. facts.Classes.Select(c => ClassCount.Of(c, _total))]);

    /// <summary>Names the scores of which one has to be another, and what it would have to be.</summary>
    /// <param name="accuracy">Null where it is already known to be wrong.</param>
    public IReadOnlyList<TableFinding> Check(TableNumber? accuracy)
    {
        var joint = Counts(accuracy);
        if (Fitting(joint, facts.Classes[0], 0).Count > 0)
        {
            return [];
        }
        TableCell[] cells =
        [
            .. facts.Classes.SelectMany((c, i) => c.Given.Select(score => Mended(joint, c, i, score)))
                .OfType<TableCell>(),
        ];
        var with = accuracy is null ? "" : $" with {accuracy}";
        return [new TableFinding($"{Because(with)} {Mends(cells)}", cells)];
    }

    private JointCounts Counts(TableNumber? accuracy)
    {
        var (least, most) = accuracy?.Shares.Counts(_total) ?? (0, _total);
        return new JointCounts(_total, new CountRange(least, Math.Min(most, _total)));
    }

    private IReadOnlyList<ClassCount> Fitting(JointCounts joint, ClassFacts one, int index) => joint.Fitting(
        ClassCount.Of(one, _total),
        [.. facts.Classes.Where((_, i) => i != index).Select(c => ClassCount.Of(c, _total))]);

    private TableCell? Mended(JointCounts joint, ClassFacts one, int index, TableScore score)
    {
        var without = one.Without(score);
        var counts = ClassCount.Of(without, _total);
        var fitting = joint.IsCheap([counts]) ? Fitting(joint, without, index) : [];
        return fitting.Count == 0 ? null : one[score]!.Cell(Bounds.Around(fitting.Select(count => score switch
        {
            TableScore.Recall => count.Recall, TableScore.Precision => count.Precision, _ => count.F1,
        })));
    }

    private string Because(string with)
    {
        var predicted = CountRange.Sum(facts.Classes.Select(c =>
        {
            var counts = ClassCount.Of(c, _total);
            return new CountRange(counts.Min(n => n.Predicted.Least), counts.Max(n => n.Predicted.Most));
        }));
        return predicted.Most < _total || predicted.Least > _total
            ? "The classes' scores cannot hold together: " +
                $"by them {predicted} clips are predicted, and there are {_total}."
            : $"The classes' scores cannot hold together{with}: " +
                $"no hits and predictions of {_total} clips give them all.";
    }

    private static string Mends(TableCell[] cells) => cells.Length == 0
        ? "More than one of them is wrong."
        : "If one alone is wrong: " + string.Join(", or ", cells.Take(4).Select(Mend))
            + (cells.Length > 4 ? $", or one of {cells.Length - 4} more." : ".");

    private static string Mend(TableCell cell) => FormattableString.Invariant(
        $"{cell.Name} {cell.Written} would have to be {cell.Low}") +
        (cell.Low == cell.High ? "" : FormattableString.Invariant($" to {cell.High}"));
}
