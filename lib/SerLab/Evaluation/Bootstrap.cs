using MathNet.Numerics.Distributions;

namespace SerLab.Evaluation;

/// <summary>What is drawn together in a bootstrap.</summary>
public enum ResampledUnit
{
    /// <summary>Single clips: how the score would vary on more clips of the same speakers.</summary>
    Clips,

    /// <summary>Speakers with all their clips: how it would vary on other speakers.</summary>
    Speakers,
}

/// <summary>
/// Expanded percentile bootstrap intervals (Efron 1979; Hesterberg 2015): the test part is drawn anew with replacement
/// many times and scored each time; the bounds are quantiles of the scores. With n clips or speakers the quantiles lie
/// further out, at Φ(±√(n/(n−1)) t) with Student's t of n − 1 degrees of freedom, since so few vary too little among
/// their draws. Draws on which the metric is not defined (NaN) are left out.
/// </summary>
public static class Bootstrap
{
    private const int FewSpeakers = 6; // with 5, bounds at 95 % hold the truth in 91 of 100 simulated test sets

    /// <summary>The interval of one metric.</summary>
    /// <param name="predictions">The test part.</param>
    /// <param name="metric">A function of the confusion matrix, for example <see cref="Metrics.Uar"/>.</param>
    /// <param name="unit">What is drawn together.</param>
    /// <param name="options">Draws, level and seed; the defaults where null.</param>
    /// <returns>Without bounds for a single clip or speaker or an undefined metric; the note says which.</returns>
    public static Interval Of(
        Predictions predictions, Func<ConfusionMatrix, double> metric, ResampledUnit unit = ResampledUnit.Clips,
        BootstrapOptions? options = null) =>
        Single(predictions, Scoring.ByCounts(predictions, metric), unit, options);

    /// <summary>The interval of a metric of probabilities, such as <see cref="ProbabilityMetrics.LogLoss"/>.</summary>
    /// <inheritdoc cref="Of(Predictions, Func{ConfusionMatrix, double}, ResampledUnit, BootstrapOptions)"/>
    public static Interval Of(
        Predictions predictions, Func<Predictions, double> metric, ResampledUnit unit = ResampledUnit.Clips,
        BootstrapOptions? options = null) =>
        Single(predictions, Scoring.ByRows(predictions, metric), unit, options);

    /// <summary>
    /// <paramref name="first"/> minus <paramref name="second"/> on the same clips, both scored on the same draws, so
    /// that what is hard for both does not widen the interval. A clip may have several answers, as many as the model
    /// had seeds.
    /// </summary>
    /// <exception cref="ArgumentException">The two do not hold the same files with the same truth.</exception>
    public static Interval PairedDifference(
        Predictions first, Predictions second, Func<ConfusionMatrix, double> metric,
        ResampledUnit unit = ResampledUnit.Clips, BootstrapOptions? options = null)
    {
        if (!first.SharesClipsWith(second))
        {
            throw new ArgumentException("A paired difference needs the same labels, files, truth.", nameof(second));
        }

        return Difference(first, InOrderOf(first, second), metric, unit, options, stream: 0);
    }

    /// <summary>
    /// <paramref name="first"/> minus <paramref name="second"/> on different test parts, each drawn on its own: what a
    /// random split says more than one by speaker.
    /// </summary>
    public static Interval Difference(
        Predictions first, Predictions second, Func<ConfusionMatrix, double> metric,
        ResampledUnit unit = ResampledUnit.Clips, BootstrapOptions? options = null) =>
        Difference(first, second, metric, unit, options, stream: 1);

    // Equal streams over equal groups draw the same groups.
    private static Interval Difference(
        Predictions first, Predictions second, Func<ConfusionMatrix, double> metric, ResampledUnit unit,
        BootstrapOptions? options, int stream)
    {
        options ??= new();
        var (a, b) = (Scoring.ByCounts(first, metric), Scoring.ByCounts(second, metric));
        var (drawsA, drawsB) = (new Draws(first, unit, options.Seed, 0), new Draws(second, unit, options.Seed, stream));
        return Bounds(
            a(drawsA.AllRows) - b(drawsB.AllRows), () => a(drawsA.Next()) - b(drawsB.Next()),
            unit, Math.Min(drawsA.Groups, drawsB.Groups), options);
    }

    private static Interval Single(
        Predictions predictions, RowScore score, ResampledUnit unit, BootstrapOptions? options)
    {
        options ??= new();
        var draws = new Draws(predictions, unit, options.Seed, 0);
        return Bounds(score(draws.AllRows), () => score(draws.Next()), unit, draws.Groups, options);
    }

    private static Interval Bounds(
        double value, Func<double> scoreOfDraw, ResampledUnit unit, int groups, BootstrapOptions options)
    {
        options.Check();
        var what = unit == ResampledUnit.Clips ? "clips" : "speakers";
        var method = FormattableString.Invariant(
            $"percentile bootstrap over {what}, {options.Resamples} draws, {100 * options.Level:0.##} %");
        if (groups < 2 || double.IsNaN(value))
        {
            var reason = groups < 2 ? $"no interval: {groups} of the {what} to draw from" : "the metric is not defined";
            return new Interval(value, null, null, method, groups, reason);
        }

        double[] scores =
            [.. Enumerable.Range(0, options.Resamples).Select(_ => scoreOfDraw()).Where(s => !double.IsNaN(s)).Order()];
        var tail = Tail(groups, options.Level);
        var note = unit == ResampledUnit.Speakers && groups < FewSpeakers
            ? $"coarse: only {groups} speakers to draw from" : null;
        return new Interval(value, Quantile(scores, tail), Quantile(scores, 1 - tail), method, groups, note);
    }

    private static double Tail(int groups, double level)
    {
        var t = StudentT.InvCDF(0, 1, groups - 1, (1 + level) / 2);
        return Normal.CDF(0, 1, -Math.Sqrt(groups / (groups - 1.0)) * t);
    }

    /// <summary>Between the two nearest scores, linearly, as numpy's <c>quantile</c> does.</summary>
    private static double? Quantile(double[] sorted, double share)
    {
        if (sorted.Length == 0)
        {
            return null;
        }

        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }

    // The second's rows in the order in which their files first come in the first.
    private static Predictions InOrderOf(Predictions first, Predictions second)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in first.Rows)
        {
            places.TryAdd(row.File, places.Count);
        }

        return new Predictions(second.Labels, [.. second.Rows.OrderBy(row => places[row.File])]);
    }
}
