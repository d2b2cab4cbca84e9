using MathNet.Numerics.Distributions;

namespace SerLab.Splits.Auditing;

/// <summary>
/// Pearson's chi-squared test that two parts draw from the same classes: by its distribution where at least five
/// recordings of each class are expected in each part, else by how often a seeded draw of one part is as uneven.
/// </summary>
/// <param name="P">How often chance alone is as uneven or more, 0..1.</param>
/// <param name="Effect">Cramér's V: 0 for equal shares, 1 for parts without a common class.</param>
internal sealed record ClassShareTest(double P, double Effect)
{
    private const double LeastExpected = 5;
    private const int LeastDraws = 2_000, DrawsAFold = 200;

    /// <summary>Tests two parts; where one has no labels or there is one class only, nothing is uneven.</summary>
    /// <param name="train">The one part.</param>
    /// <param name="test">The other.</param>
    /// <param name="folds">Of how many tests this is one: more draws tell smaller chances.</param>
    public static ClassShareTest Of(IEnumerable<AuditedRow> train, IEnumerable<AuditedRow> test, int folds)
    {
        string[] one = [.. train.Select(row => row.Emotion).OfType<string>()];
        string[] other = [.. test.Select(row => row.Emotion).OfType<string>()];
        string[] classes = [.. one.Concat(other).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (one.Length == 0 || other.Length == 0 || classes.Length < 2)
        {
            return new(1, 0);
        }
        int[] labels = [.. one.Concat(other)
            .Select(label => Array.BinarySearch(classes, label, StringComparer.Ordinal))];
        var drawn = Counts(labels.AsSpan(one.Length), classes.Length);
        var all = Counts(labels, classes.Length);
        var chi = ChiSquare(drawn, all, other.Length, labels.Length);
        var smallest = (double)all.Min() * Math.Min(one.Length, other.Length) / labels.Length;
        var p = smallest >= LeastExpected
            ? 1 - ChiSquared.CDF(classes.Length - 1, chi)
            : ByDraws(labels, all, other.Length, chi, Math.Max(LeastDraws, DrawsAFold * folds));
        return new(p, Math.Sqrt(chi / labels.Length));
    }

    private static double ByDraws(int[] labels, int[] all, int size, double chi, int draws)
    {
        var (random, asUneven) = (new SeededShuffle(1), 0);
        for (var draw = 0; draw < draws; draw++)
        {
            for (var i = 0; i < size; i++)
            {
                var j = i + random.Next(labels.Length - i);
                (labels[i], labels[j]) = (labels[j], labels[i]);
            }
            var drawn = Counts(labels.AsSpan(0, size), all.Length);
            asUneven += ChiSquare(drawn, all, size, labels.Length) >= chi - 1e-9 ? 1 : 0;
        }
        return (asUneven + 1.0) / (draws + 1);
    }

    private static double ChiSquare(int[] drawn, int[] all, int size, int total)
    {
        var sum = 0.0;
        for (var label = 0; label < all.Length; label++)
        {
            var (here, there) = ((double)all[label] * size / total, (double)all[label] * (total - size) / total);
            var gap = drawn[label] - here;
            sum += gap * gap * (1 / here + 1 / there);
        }
        return sum;
    }

    private static int[] Counts(ReadOnlySpan<int> labels, int classes)
    {
        var counts = new int[classes];
        foreach (var label in labels)
        {
            counts[label]++;
        }
        return counts;
    }
}
