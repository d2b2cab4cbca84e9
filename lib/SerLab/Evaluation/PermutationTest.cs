using SerLab.Splits;

namespace SerLab.Evaluation;

/// <summary>
/// Paired permutation test of two models on the same clips: were they equal, their answers could be exchanged, a clip's
/// or a speaker's together, without changing how far their scores lie apart. No distribution is assumed; any metric.
/// </summary>
public static class PermutationTest
{
    private const int MostUnitsForAll = 12; // 4,096 exchanges

    /// <summary>
    /// Two-sided p: the share of exchanges that part the scores as far as they are. All 2ⁿ exchanges up to 12 clips or
    /// speakers; else random ones, the observed one counting too, so that p is never 0.
    /// </summary>
    /// <param name="first">Answers of one model; several a clip where several seeds answered it.</param>
    /// <param name="second">Of the other, on the same clips.</param>
    /// <param name="metric">A function of the confusion matrix, for example <see cref="Metrics.Uar"/>.</param>
    /// <param name="unit">
    /// What is exchanged together. Speakers where models are judged for other speakers; with 5 of them p cannot be
    /// below 2/32.
    /// </param>
    /// <param name="options">How many random exchanges, and their seed; the defaults where null.</param>
    /// <exception cref="ArgumentException">The two do not hold the same clips with the same truth.</exception>
    public static double PValue(
        Predictions first, Predictions second, Func<ConfusionMatrix, double> metric,
        ResampledUnit unit = ResampledUnit.Clips, BootstrapOptions? options = null)
    {
        if (!first.SharesClipsWith(second))
        {
            throw new ArgumentException("A paired test needs the same labels, files, truth.", nameof(second));
        }

        options ??= new();
        options.Check();
        var exchange = new Exchange(first, second, metric, unit);
        var observed = exchange.Difference(_ => false);
        if (double.IsNaN(observed))
        {
            return double.NaN;
        }

        var enough = Math.Abs(observed) - 1e-12; // sums of the same numbers in another order
        if (exchange.Units <= MostUnitsForAll)
        {
            var all = 1 << exchange.Units;
            return Enumerable.Range(0, all)
                .Count(mask => Math.Abs(exchange.Difference(u => (mask >> u & 1) == 1)) >= enough) / (double)all;
        }

        var random = new SeededShuffle(options.Seed);
        var flips = new bool[exchange.Units];
        var reached = 1;
        for (var draw = 0; draw < options.Resamples; draw++)
        {
            for (var u = 0; u < flips.Length; u++)
            {
                flips[u] = random.Next(2) == 1;
            }

            reached += Math.Abs(exchange.Difference(u => flips[u])) >= enough ? 1 : 0;
        }

        return reached / (options.Resamples + 1.0);
    }

    /// <summary>Two models whose answers change hands, unit by unit.</summary>
    private sealed class Exchange
    {
        private readonly Func<ConfusionMatrix, double> _metric;
        private readonly (int[] First, int[] Second)[] _cells;
        private readonly ConfusionMatrix _one;
        private readonly ConfusionMatrix _other;

        public Exchange(
            Predictions first, Predictions second, Func<ConfusionMatrix, double> metric, ResampledUnit unit)
        {
            var (own, others) = (CellsByUnit(first, unit), CellsByUnit(second, unit));
            _cells = [.. own.Select(cells => (cells.ToArray(), others[cells.Key].ToArray()))];
            (_metric, _one, _other) = (metric, new ConfusionMatrix(first.Labels), new ConfusionMatrix(first.Labels));
        }

        public int Units => _cells.Length;

        /// <summary>First minus second, with the answers exchanged where told.</summary>
        public double Difference(Func<int, bool> isExchanged)
        {
            _one.Clear();
            _other.Clear();
            for (var u = 0; u < _cells.Length; u++)
            {
                var (first, second) = isExchanged(u) ? (_cells[u].Second, _cells[u].First) : _cells[u];
                Add(_one, first);
                Add(_other, second);
            }

            return _metric(_one) - _metric(_other);
        }

        private static void Add(ConfusionMatrix matrix, int[] cells)
        {
            foreach (var cell in cells)
            {
                matrix.AddCell(cell);
            }
        }

        private static ILookup<string, int> CellsByUnit(Predictions predictions, ResampledUnit unit) =>
            predictions.Rows.ToLookup(
                row => unit == ResampledUnit.Clips ? row.File : row.Speaker,
                row => (row.Truth * predictions.Labels.Count) + row.Predicted, StringComparer.Ordinal);
    }
}
