namespace SerLab.Evaluation;

/// <summary>What a model does when it answers only the clips it is surest of.</summary>
/// <param name="Threshold">It answers at this confidence and above.</param>
/// <param name="Answered">How many clips, 1 and up.</param>
/// <param name="Coverage">Share of clips that it answers.</param>
/// <param name="Risk">Share of the answered ones that are wrong.</param>
public sealed record RiskPoint(double Threshold, int Answered, double Coverage, double Risk);

/// <summary>
/// The trade between answering much and being wrong seldom (El-Yaniv and Wiener, JMLR 2010): clips are answered from
/// the surest down. Clips of equal confidence are answered together.
/// </summary>
public static class RiskCoverage
{
    /// <summary>A point for each confidence that occurs, from the surest; the last covers all. May be empty.</summary>
    public static IReadOnlyList<RiskPoint> Curve(Predictions predictions)
    {
        var (points, answered, wrong) = (new List<RiskPoint>(), 0, 0);
        foreach (var equals in predictions.Rows.GroupBy(row => row.Confidence).OrderByDescending(group => group.Key))
        {
            answered += equals.Count();
            wrong += equals.Count(row => !row.IsCorrect);
            points.Add(new(
                equals.Key, answered, (double)answered / predictions.Rows.Count, (double)wrong / answered));
        }

        return points;
    }

    /// <summary>
    /// Area under that curve (AURC; Geifman, Uziel and El-Yaniv, ICLR 2019): the mean over k = 1…n of the risk on the k
    /// surest clips; of equal ones the mean over their orders. 0 where all is right, 1 where nothing is; NaN without
    /// clips.
    /// </summary>
    public static double Area(Predictions predictions)
    {
        var (sum, answered, wrong) = (0.0, 0, 0.0);
        foreach (var point in Curve(predictions))
        {
            var (before, steps) = (wrong, point.Answered - answered);
            wrong = point.Risk * point.Answered;
            for (var step = 1; step <= steps; step++)
            {
                sum += (before + ((wrong - before) * step / steps)) / (answered + step);
            }

            answered = point.Answered;
        }

        return sum / answered;
    }

    /// <summary>The area if every wrong answer were less sure than every right one: the least that can be.</summary>
    public static double LowestArea(Predictions predictions)
    {
        var (clips, right) = (predictions.Rows.Count, predictions.Rows.Count(row => row.IsCorrect));
        return Enumerable.Range(1, clips).Sum(k => (double)Math.Max(0, k - right) / k) / clips;
    }
}
