namespace SerLab.Splits;

/// <summary>The share of each emotion that each fold has so far.</summary>
internal sealed class EmotionShares
{
    /// <summary>Relative difference below which two folds are equally good, as numpy's isclose has it.</summary>
    private const double Close = 1e-5, CloseToZero = 1e-8;

    private readonly double[][] _counts; // [fold][emotion]
    private readonly double[] _totals; // [emotion]

    /// <param name="folds">How many.</param>
    /// <param name="groups">Utterances of each emotion, of every group that will be added.</param>
    public EmotionShares(int folds, IEnumerable<double[]> groups)
    {
        _totals = groups.Aggregate((a, b) => [.. a.Zip(b, (x, y) => x + y)]);
        _counts = [.. Enumerable.Range(0, folds).Select(_ => new double[_totals.Length])];
    }

    /// <summary>Adds a group to the fold where it fits best.</summary>
    /// <returns>The fold, 0 and up.</returns>
    public int Add(double[] group)
    {
        var (best, bestSpread, bestSize) = (0, double.PositiveInfinity, double.PositiveInfinity);
        for (var fold = 0; fold < _counts.Length; fold++)
        {
            var (spread, size) = (SpreadWith(fold, group), _counts[fold].Sum());
            var isEqual = Math.Abs(spread - bestSpread) <= CloseToZero + (Close * bestSpread);
            if (isEqual ? size < bestSize : spread < bestSpread)
            {
                (best, bestSpread, bestSize) = (fold, spread, size);
            }
        }

        AddTo(best, group, 1);
        return best;
    }

    /// <summary>Standard deviation over the entries (divided by their number).</summary>
    public static double Deviation(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Average(v => (v - mean) * (v - mean)));
    }

    private double SpreadWith(int fold, double[] group)
    {
        AddTo(fold, group, 1);
        var spread = Enumerable.Range(0, _totals.Length)
            .Average(emotion => Deviation([.. _counts.Select(counts => counts[emotion] / _totals[emotion])]));
        AddTo(fold, group, -1);
        return spread;
    }

    private void AddTo(int fold, double[] group, int sign)
    {
        for (var emotion = 0; emotion < group.Length; emotion++)
        {
            _counts[fold][emotion] += sign * group[emotion];
        }
    }
}
