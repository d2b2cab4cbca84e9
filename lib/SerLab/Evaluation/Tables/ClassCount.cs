namespace SerLab.Evaluation.Tables;

/// <summary>Counts that a class can have: support, hits, and any number of predictions in a range.</summary>
internal readonly record struct ClassCount(int Support, int Hits, CountRange Predicted)
{
    /// <summary>Every count under which the class's scores come out as they are written.</summary>
    /// <param name="facts">A class whose support is told.</param>
    /// <param name="total">Test clips of all classes.</param>
    public static IReadOnlyList<ClassCount> Of(ClassFacts facts, int total)
    {
        var counts = new List<ClassCount>();
        for (var support = facts.Support!.Value.Least; support <= facts.Support.Value.Most; support++)
        {
            var hits = HitsOf(facts, support);
            for (var hit = hits.Least; hit <= hits.Most; hit++)
            {
                if (PredictedOf(facts, support, hit, total) is { } predicted && predicted.Least <= predicted.Most)
                {
                    counts.Add(new ClassCount(support, hit, predicted));
                }
            }
        }
        return counts;
    }

    /// <summary>h / s; 0 where the class does not occur, as scikit-learn has it.</summary>
    public Bounds Recall => Bounds.At(Support == 0 ? 0 : (decimal)Hits / Support);

    /// <summary>h / p; 0 where it is never predicted.</summary>
    public Bounds Precision => Hits == 0
        ? Bounds.At(0)
        : new Bounds((decimal)Hits / Predicted.Most, (decimal)Hits / Predicted.Least);

    /// <summary>2 h / (s + p).</summary>
    public Bounds F1 => Hits == 0
        ? Bounds.At(0)
        : new Bounds(2m * Hits / (Support + Predicted.Most), 2m * Hits / (Support + Predicted.Least));

    private static CountRange HitsOf(ClassFacts facts, int support)
    {
        var (least, most) = (facts.Hits.Least, Math.Min(support, facts.Hits.Most));
        if (facts.Recall is { } recall)
        {
            var counts = support == 0 && recall.Shares.Low == 0 ? (0, 0) : recall.Shares.Counts(support);
            (least, most) = (Math.Max(least, counts.Item1), Math.Min(most, counts.Item2));
        }
        return new CountRange(least, most);
    }

    private static CountRange? PredictedOf(ClassFacts facts, int support, int hits, int total)
    {
        var least = Math.Max(hits, facts.Predicted.Least);
        var most = Math.Min(total - support + hits, facts.Predicted.Most);
        foreach (var number in new[] { facts.Precision, facts.F1 }.OfType<TableNumber>())
        {
            if (hits == 0 && number.Shares.Low > 0)
            {
                return null;
            }
            if (hits > 0)
            {
                var isF1 = number == facts.F1;
                var (parts, added) = isF1 ? (2 * hits, support) : (hits, 0);
                var wholes = number.Shares.Wholes(parts, most + added);
                (least, most) = (Math.Max(least, wholes.Least - added), Math.Min(most, wholes.Most - added));
            }
        }
        return new CountRange(least, most);
    }
}
