namespace SerLab.Evaluation;

/// <summary>A model that says "not sure" below a confidence.</summary>
/// <param name="Threshold">It answers at this confidence and above.</param>
/// <param name="Answered">Clips that it answers.</param>
/// <param name="Coverage">Share of clips that it answers.</param>
/// <param name="Accuracy">On the answered clips; NaN where there is none.</param>
/// <param name="AccuracyOfAll">If it answered all.</param>
public sealed record DoubtReport(
    double Threshold, int Answered, double Coverage, Interval Accuracy, double AccuracyOfAll)
{
    /// <summary>Counts what is answered.</summary>
    /// <param name="predictions">The test part; at least one row.</param>
    /// <param name="threshold">From 0 to 1.</param>
    /// <param name="options">Draws, level and seed of the interval; the defaults where null.</param>
    /// <exception cref="Files.BadOptionException">The threshold is not from 0 to 1.</exception>
    public static DoubtReport Of(Predictions predictions, double threshold, BootstrapOptions? options = null)
    {
        CheckThreshold(threshold);
        var answered = new Predictions(
            predictions.Labels, [.. predictions.Rows.Where(row => row.Confidence >= threshold)]);
        return new(
            threshold, answered.Rows.Count, (double)answered.Rows.Count / predictions.Rows.Count,
            Bootstrap.Of(answered, Metrics.Accuracy, ResampledUnits.For([answered]), options),
            Metrics.Accuracy(ConfusionMatrix.Of(predictions)));
    }

    /// <summary>Refuses what is no confidence.</summary>
    /// <exception cref="Files.BadOptionException">The threshold is not from 0 to 1.</exception>
    public static void CheckThreshold(double threshold)
    {
        if (threshold is not (>= 0 and <= 1))
        {
            throw new Files.BadOptionException(
                FormattableString.Invariant($"\"Not sure\" below {threshold} cannot be: confidence goes from 0 to 1."),
                "Name a number such as 0.5.");
        }
    }
}
