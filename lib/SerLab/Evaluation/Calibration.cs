namespace SerLab.Evaluation;

/// <summary>Utterances of like confidence.</summary>
/// <param name="Lower">Confidence above this.</param>
/// <param name="Upper">Confidence up to this, included.</param>
/// <param name="Count">How many utterances, 1 and up.</param>
/// <param name="Accuracy">Share of them that are right.</param>
/// <param name="Confidence">Their mean confidence.</param>
public sealed record ConfidenceBin(double Lower, double Upper, int Count, double Accuracy, double Confidence)
{
    /// <summary>How far accuracy and confidence lie apart.</summary>
    public double Gap => Math.Abs(Accuracy - Confidence);
}

/// <summary>
/// Whether a model is right as often as it is sure (Guo et al., ICML 2017, arXiv 1706.04599): confidence is the largest
/// probability, bins are of equal width on (0, 1], open below and closed above.
/// </summary>
public static class Calibration
{
    /// <summary>The number of bins in that paper.</summary>
    public const int DefaultBins = 15;

    /// <summary>The bins that hold utterances, from unsure to sure.</summary>
    public static IReadOnlyList<ConfidenceBin> Bins(Predictions predictions, int bins = DefaultBins)
    {
        // numpy.linspace(0, 1, bins + 1), so that confidences on an edge fall where the reference puts them.
        double[] edges = [.. Enumerable.Range(0, bins).Select(i => i * (1.0 / bins)), 1.0];
        return
        [
            .. predictions.Rows
                .GroupBy(row => Math.Clamp(FirstAtLeast(edges, row.Confidence) - 1, 0, bins - 1))
                .OrderBy(bin => bin.Key)
                .Select(bin => new ConfidenceBin(
                    edges[bin.Key], edges[bin.Key + 1], bin.Count(),
                    bin.Average(row => row.IsCorrect ? 1.0 : 0.0), bin.Average(row => row.Confidence))),
        ];
    }

    /// <summary>Expected calibration error, Σ count/n · gap over the bins; NaN without utterances.</summary>
    public static double ExpectedError(Predictions predictions, int bins = DefaultBins) =>
        Bins(predictions, bins).Sum(bin => bin.Count * bin.Gap) / predictions.Rows.Count;

    /// <summary>Maximum calibration error, the largest gap of a bin; NaN without utterances.</summary>
    public static double MaximumError(Predictions predictions, int bins = DefaultBins) =>
        Bins(predictions, bins).Select(bin => bin.Gap).DefaultIfEmpty(double.NaN).Max();

    private static int FirstAtLeast(double[] edges, double confidence)
    {
        var index = Array.FindIndex(edges, edge => edge >= confidence);
        return index < 0 ? edges.Length - 1 : index;
    }
}
