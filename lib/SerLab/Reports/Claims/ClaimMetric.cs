using SerLab.Evaluation;
using SerLab.Files;

namespace SerLab.Reports.Claims;

/// <summary>The metrics that claims name.</summary>
public static class ClaimMetric
{
    /// <summary>The metric by which claims without a number are looked at.</summary>
    public const string Default = "uar";

    /// <summary>The metric of that name as a function of the confusion matrix.</summary>
    /// <exception cref="BadOptionException">SerLab does not measure it.</exception>
    public static Func<ConfusionMatrix, double> Of(string name) => name switch
    {
        "accuracy" => Evaluation.Metrics.Accuracy,
        "uar" => Evaluation.Metrics.Uar,
        "macroF1" => Evaluation.Metrics.MacroF1,
        "weightedF1" => Evaluation.Metrics.WeightedF1,
        _ => throw new BadOptionException(
            $"SerLab does not measure '{name}'.", "Use accuracy, uar, macroF1 or weightedF1."),
    };

    /// <summary>What a run scored by a metric that claims name; null where SerLab does not measure it.</summary>
    public static double? In(MetricsReport metrics, string name) => name switch
    {
        "accuracy" => metrics.Accuracy,
        "uar" => metrics.Uar,
        "macroF1" => metrics.MacroF1,
        "weightedF1" => metrics.WeightedF1,
        "loss" => metrics.LogLoss,
        _ => null,
    };

    /// <summary>The metric in words: <c>weighted F1</c>.</summary>
    public static string Words(string name) => name switch
    {
        "uar" => "UAR",
        "macroF1" => "macro F1",
        "weightedF1" => "weighted F1",
        _ => name,
    };
}
