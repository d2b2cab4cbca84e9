namespace SerLab.Evaluation;

/// <summary>
/// Makes a model as sure as it is right (Guo et al., ICML 2017, arXiv 1706.04599): its logits are divided by one
/// number, the temperature, before the softmax. Which label is likeliest stays; above 1 the model was too sure.
/// </summary>
public static class TemperatureScaling
{
    /// <summary>The lowest temperature that is fitted, where every clip is recognised.</summary>
    public const double Lowest = 0.05;

    /// <summary>The highest temperature that is fitted, at which all labels are about as likely.</summary>
    public const double Highest = 20;

    private const int Halvings = 60;

    /// <summary>
    /// The temperature with the lowest log loss, from <see cref="Lowest"/> to <see cref="Highest"/>. The loss is convex
    /// in 1/temperature, so that its slope is halved down to the root.
    /// </summary>
    /// <param name="validation">Answers on clips that are neither trained nor tested on; at least one.</param>
    /// <exception cref="ArgumentException">There are no clips.</exception>
    public static double Fit(Predictions validation)
    {
        if (validation.Rows.Count == 0)
        {
            throw new ArgumentException("A temperature needs clips to be fitted on.", nameof(validation));
        }

        var (low, high) = (1 / Highest, 1 / Lowest);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = Math.Sqrt(low * high);
            (low, high) = Slope(validation, middle) <= 0 ? (middle, high) : (low, middle);
        }

        return 1 / Math.Sqrt(low * high);
    }

    /// <summary>The same answers at a temperature.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is not above 0.</exception>
    public static Predictions Apply(Predictions predictions, double temperature) => new(
        predictions.Labels,
        [.. predictions.Rows.Select(row =>
            new Prediction(row.File, row.Speaker, row.Truth, Apply(row.Probabilities, temperature)))]);

    /// <summary>Probabilities at a temperature, in sum 1: the softmax of their logarithms over it.</summary>
    /// <param name="probabilities">One a label [label], 0..1.</param>
    /// <param name="temperature">Above 0; 1 changes nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is not above 0.</exception>
    public static double[] Apply(double[] probabilities, double temperature)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(temperature);
        double[] logits = [.. probabilities.Select(Logit)];
        double[] powers = [.. logits.Select(logit => Math.Exp((logit - logits.Max()) / temperature))];
        return [.. powers.Select(power => power / powers.Sum())];
    }

    // Of the log loss by 1/temperature: how far the logits that are expected lie above that of the truth.
    private static double Slope(Predictions predictions, double inverse) => predictions.Rows.Average(row =>
    {
        var truth = Logit(row.Probabilities[row.Truth]);
        return Apply(row.Probabilities, 1 / inverse).Zip(row.Probabilities, (p, raw) => p * (Logit(raw) - truth)).Sum();
    });

    // A probability too small for a double is 0; its logarithm is that of the smallest one.
    private static double Logit(double probability) => Math.Log(Math.Max(probability, double.Epsilon));
}
