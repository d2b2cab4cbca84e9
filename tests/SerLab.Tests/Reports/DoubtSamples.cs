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
        ["reliability"] = () => ReliabilityFigure.Of("CREMA-D, unseen speakers", Answers(0.4)),
        ["reliability-calibrated"] = () => ReliabilityFigure.Of(
            "CREMA-D, unseen speakers", Answers(0.4), Answers(0.9), "no test speaker in training"),
        ["risk-coverage"] = () => RiskCoverageFigure.Of("CREMA-D, unseen speakers", Answers(0.4)),
        ["risk-coverage-threshold"] = () => RiskCoverageFigure.Of(
            "CREMA-D, unseen speakers", Answers(0.4), 0.8, "no test speaker in training"),
        ["risk-coverage-none"] = () => RiskCoverageFigure.Of("Never so sure", Answers(20), 0.9),
        ["groups"] = () => GroupFigure.Of(
            "RAVDESS, unseen speakers",
            [
                Group("speaker", "Actor_01", 0.42), Group("speaker", "Actor_02", 0.21, isBelow: true),
                Group("speaker", "Actor_03", 0.36), Group("speaker", "Actor_04", 0.5, clips: 12),
                Group("sex", "female", 0.41, clips: 720), Group("sex", "male", 0.35, clips: 720),
            ],
            0.38, "no test speaker in training"),
        ["groups-many"] = () => GroupFigure.Of(
            "TESS",
            [.. Enumerable.Range(0, 40).Select(i => Group("phrase", $"word {i:00}", 0.2 + i * 17 % 40 / 60.0))], 0.5),
        ["listeners"] = () => ListenerFigure.Of(
            ListenerComparison.Of(Answers(1)), "unseen speakers: no test speaker in training"),
    };

    private static GroupScore Group(string by, string name, double uar, int clips = 60, bool isBelow = false) => new(
        by, name, clips, 1, 8, uar, uar - 0.05, uar + 0.05, uar, uar - 0.8 / Math.Sqrt(clips),
        uar + 0.8 / Math.Sqrt(clips), clips < Groups.FewClips, isBelow);

    /// <summary>360 answers, too sure below a temperature of 1.</summary>
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
