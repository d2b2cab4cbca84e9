namespace SerLab.Evaluation.Tables;

/// <summary>
/// Counts of all classes together: every clip is taken for one class, so the predictions of all classes come to the
/// total; the hits come to the accuracy; and what one class misses, others are predicted.
/// </summary>
/// <param name="total">Test clips.</param>
/// <param name="hits">Recognised clips, as the accuracy says; 0 to the total where it does not.</param>
internal sealed class JointCounts(int total, CountRange hits)
{
    private const int FewHits = 64;

    /// <summary>More steps than this are not worth a relation.</summary>
    private const long MostSteps = 200_000_000;

    /// <summary>Whether the number of possible counts is small enough to look at all of them.</summary>
    public bool IsCheap(IReadOnlyList<IReadOnlyList<ClassCount>> classes) =>
        (long)total * classes.Sum(counts => counts.Count) <= MostSteps;

    /// <summary>Of the counts of one class, those that go with counts of the others; none where nothing goes.</summary>
    public IReadOnlyList<ClassCount> Fitting(
        IReadOnlyList<ClassCount> one, IReadOnlyList<IReadOnlyList<ClassCount>> others)
    {
        var steps = (long)total * (one.Count + others.Sum(counts => counts.Count)) * (hits.Most - hits.Least + 1);
        if (hits.Most - hits.Least >= FewHits || steps > MostSteps)
        {
            var sums = Sums(others, hits.Most);
            return [.. one.SelectMany(count => Narrowed(count, sums, hits))];
        }
        return
        [
            .. Enumerable.Range(hits.Least, Math.Max(0, hits.Most - hits.Least + 1)).SelectMany(hit =>
            {
                var sums = Sums([.. others.Select(counts => With(counts, hit))], hit);
                return With(one, hit).SelectMany(count => Narrowed(count, sums, CountRange.At(hit)));
            }),
        ];
    }

    // With the misses of all classes known: a class is predicted wrongly only for what others miss.
    private List<ClassCount> With(IReadOnlyList<ClassCount> counts, int hit)
    {
        var kept = new List<ClassCount>(counts.Count);
        foreach (var count in counts)
        {
            var wrong = total - hit - (count.Support - count.Hits);
            var most = Math.Min(count.Predicted.Most, count.Hits + wrong);
            if (wrong >= 0 && count.Predicted.Least <= most)
            {
                kept.Add(count with { Predicted = count.Predicted with { Most = most } });
            }
        }
        return kept;
    }

    /// <summary>The predictions of these classes together, by their hits together; none where they cannot be.</summary>
    private static CountRange?[] Sums(IReadOnlyList<IReadOnlyList<ClassCount>> classes, int mostHits)
    {
        var sums = new CountRange?[mostHits + 1];
        sums[0] = CountRange.At(0);
        foreach (var counts in classes)
        {
            var next = new CountRange?[mostHits + 1];
            foreach (var count in counts)
            {
                for (var before = 0; before + count.Hits <= mostHits; before++)
                {
                    if (sums[before] is { } sum)
                    {
                        Widen(ref next[before + count.Hits], sum, count.Predicted);
                    }
                }
            }
            sums = next;
        }
        return sums;
    }

    private static void Widen(ref CountRange? place, CountRange sum, CountRange predicted)
    {
        var (least, most) = (sum.Least + predicted.Least, sum.Most + predicted.Most);
        place = place is { } known
            ? new CountRange(Math.Min(known.Least, least), Math.Max(known.Most, most))
            : new CountRange(least, most);
    }

    private IEnumerable<ClassCount> Narrowed(ClassCount count, CountRange?[] sums, CountRange inAll)
    {
        for (var others = Math.Max(0, inAll.Least - count.Hits); others + count.Hits <= inAll.Most; others++)
        {
            if (sums[others] is { } predicted)
            {
                var least = Math.Max(count.Predicted.Least, total - predicted.Most);
                var most = Math.Min(count.Predicted.Most, total - predicted.Least);
                if (least <= most)
                {
                    yield return count with { Predicted = new CountRange(least, most) };
                }
            }
        }
    }
}
