using MathNet.Numerics.Distributions;
using SerLab.Evaluation;
using SerLab.Files;

namespace SerLab.Reports;

/// <summary>What the folds of one seed come to together.</summary>
/// <param name="Seed">Of the trainings.</param>
/// <param name="Accuracy">Over all test clips, 0..1.</param>
/// <param name="Uar">Over all test clips, 0..1.</param>
public sealed record SeedScore(int Seed, double Accuracy, double Uar)
{
    internal static SeedScore Of(int seed, Predictions predictions)
    {
        var matrix = Evaluation.ConfusionMatrix.Of(predictions);
        return new SeedScore(seed, Metrics.Accuracy(matrix), Metrics.Uar(matrix));
    }
}

/// <summary>Mean and standard deviation over seeds.</summary>
/// <param name="Mean">Of the scores.</param>
/// <param name="Deviation">Their sample standard deviation (over n − 1); NaN for one seed.</param>
public sealed record SeedSpread(double Mean, double Deviation)
{
    /// <summary>Measures scores, at least one.</summary>
    public static SeedSpread Of(IReadOnlyList<double> scores)
    {
        var mean = scores.Average();
        return new SeedSpread(mean, Math.Sqrt(scores.Sum(score => (score - mean) * (score - mean)) / (scores.Count - 1)));
    }

    /// <summary>
    /// Where the mean over ever more seeds would lie, by Student's t of n − 1 degrees of freedom: scipy's
    /// <c>t.interval</c>. It says nothing of other clips or speakers; without bounds for one seed.
    /// </summary>
    /// <param name="scores">One a seed, at least one.</param>
    /// <param name="level">Share of such intervals that hold it, above 0, below 1.</param>
    public static Interval IntervalOf(IReadOnlyList<double> scores, double level = 0.95)
    {
        var (spread, n) = (Of(scores), scores.Count);
        var method = FormattableString.Invariant($"Student's t over {n} seeds, {100 * level:0.##} %");
        if (n < 2)
        {
            return new Interval(spread.Mean, null, null, method, n, "no interval: one seed");
        }

        var half = StudentT.InvCDF(0, 1, n - 1, (1 + level) / 2) * spread.Deviation / Math.Sqrt(n);
        return new Interval(spread.Mean, spread.Mean - half, spread.Mean + half, method, n);
    }
}

/// <summary><c>seeds.csv</c>: one line a seed.</summary>
internal static class SeedScores
{
    private static readonly string[] Columns = ["seed", "accuracy", "uar"];

    public static void Write(string path, IEnumerable<SeedScore> scores) => Csv.WriteRows(
        path, Columns, scores.Select(score => new object?[] { score.Seed, score.Accuracy, score.Uar }));

    public static IReadOnlyList<SeedScore> Read(string path) =>
        [.. Csv.ReadRows(path, Columns).Select(row => new SeedScore(
            row.Whole("seed"), row.Number("accuracy"), row.Number("uar")))];
}
