using SerLab.Evaluation;
using SerLab.Figures;
using SerLab.Reports;

namespace SerLab.Tests.Reports;

/// <summary>Figures of calibration, doubt, groups and listeners on made-up answers.</summary>
internal static class DoubtSamples
{
    private static readonly string[] Labels = ["neutral", "happy", "sad", "angry", "fear", "disgust"];

    public static IReadOnlyDictionary<string, Func<Figure>> All { get; } = new Dictionary<string, Func<Figure>>
    {
        ["reliability"] = () => ReliabilityFigure.Of("CREMA-D, unseen speakers", Answers(1)),
        ["reliability-calibrated"] = () => ReliabilityFigure.Of(
            "CREMA-D, unseen speakers", Answers(1), Answers(2.2), "no test speaker in training"),
        ["risk-coverage"] = () => RiskCoverageFigure.Of("CREMA-D, unseen speakers", Answers(1)),
        ["risk-coverage-threshold"] = () => RiskCoverageFigure.Of(
            "CREMA-D, unseen speakers", Answers(1), 0.8, "no test speaker in training"),
        ["risk-coverage-none"] = () => RiskCoverageFigure.Of("Never so sure", Answers(20), 0.9),
    };

    /// <summary>360 answers, too sure at temperature 1.</summary>
    public static Predictions Answers(double temperature)
    {
        var raw = Enumerable.Range(0, 360).Select(i => new Prediction(
            $"{1001 + i % 12}_{Sentences[i / 6 % 12]}_{Codes[i % 6]}_XX.wav", $"{1001 + i % 12}", i % 6, Sure(i)));
        return TemperatureScaling.Apply(new Predictions(Labels, [.. raw]), temperature);
    }

    private static readonly string[] Codes = ["NEU", "HAP", "SAD", "ANG", "FEA", "DIS"];

    private static readonly string[] Sentences =
        ["IEO", "TIE", "IOM", "IWW", "TAI", "MTI", "IWL", "ITH", "DFA", "ITS", "TSI", "WSI"];

    private static double[] Sure(int clip)
    {
        var strength = 1 + clip * 37 % 61 / 15.0;
        var wrong = clip * 29 % 97 > 40 + 10 * strength;
        var heard = wrong ? (clip % 6 + 1 + clip % 5) % 6 : clip % 6;
        double[] weights = [.. Labels.Select((_, i) => Math.Exp(i == heard ? strength : clip * (i + 3) % 11 / 11.0))];
        return [.. weights.Select(weight => weight / weights.Sum())];
    }
}
