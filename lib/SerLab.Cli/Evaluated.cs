using System.Globalization;
using System.Text;
using SerLab.Corpora;
using SerLab.Evaluation;

namespace SerLab.Cli;

/// <summary>What <c>serlab evaluate</c> found out.</summary>
internal sealed record Evaluated(MetricsReport Metrics, string Report, IReadOnlyList<LeftOut> LeftOut)
{
    public CalibrationReport? Calibration { get; init; }

    /// <summary>
    /// In UAR, to another model of about this skill on the same clips; 1 is 100 points, null without an interval.
    /// </summary>
    public double? SmallestDifferenceShown => SmallestDifference.OfOne(MeantInterval);

    /// <summary>Mean risk over all coverages, and the least it could be at this accuracy.</summary>
    public required RiskAreas Risk { get; init; }

    public DoubtReport? Doubt { get; init; }

    /// <summary>Empty where an earlier version trained the run.</summary>
    public IReadOnlyList<GroupScore> Groups { get; init; } = [];

    public ListenersFound? Listeners { get; init; }

    public IReadOnlyList<string> Files { get; init; } = [];

    public static Evaluated Of(Predictions predictions, string split, IReadOnlyList<LeftOut> leftOut) => new(
        MetricsReport.Of(predictions, split), ClassificationReport.Of(ConfusionMatrix.Of(predictions)).ToText(4),
        leftOut)
    {
        Risk = new(RiskCoverage.Area(predictions), RiskCoverage.LowestArea(predictions)),
    };

    public string ToText()
    {
        var text = new StringBuilder($"{Metrics.Split}\n\n{Report}\nUAR {Share(Metrics.UarOverClips)}\n");
        AddSmallestDifference(text);
        AddCalibration(text);
        text.Append(CultureInfo.InvariantCulture,
            $"area under risk and coverage {Risk.Area:0.000} (at best {Risk.Lowest:0.000} with as many errors)\n");
        AddDoubt(text);
        AddGroups(text);
        text.Append(Listeners?.ToText());
        foreach (var file in Files)
        {
            text.Append(file).Append('\n');
        }
        return text.Append(LeftOutText.Of(LeftOut)).ToString();
    }

    // Over speakers, unless there are too few: then the interval has a note.
    private Interval MeantInterval =>
        Metrics.UarOverSpeakers is { Low: not null, Note: null } speakers ? speakers : Metrics.UarOverClips;

    private void AddSmallestDifference(StringBuilder text)
    {
        if (SmallestDifferenceShown is { } smallest)
        {
            var meant = MeantInterval == Metrics.UarOverClips ? "on these speakers" : "on any speakers";
            text.Append(CultureInfo.InvariantCulture,
                $"can show differences of {100 * smallest:0.0} points and more to another model, {meant}\n");
        }
    }

    private void AddCalibration(StringBuilder text)
    {
        if (Calibration is not { } scaled)
        {
            text.Append(CultureInfo.InvariantCulture, $"calibration error {Metrics.CalibrationError:0.0%}\n");
            return;
        }
        var temperatures = string.Join(", ", scaled.Temperatures.Select(
            temperature => temperature.ToString("0.00", CultureInfo.InvariantCulture)));
        text.Append(CultureInfo.InvariantCulture,
            $"temperature {temperatures}, fitted on {scaled.ValidationClips} validation clips\n" +
            $"calibration error {Share(scaled.ErrorBefore)},\n  calibrated {Share(scaled.ErrorAfter)}\n" +
            $"log loss {scaled.LogLossBefore:0.000}, calibrated {scaled.LogLossAfter:0.000}\n");
        text.Append(scaled.Helps ? "" :
            "the temperature does harm: validation is easier than the test, so do not use it on new speakers\n");
    }

    private void AddDoubt(StringBuilder text)
    {
        if (Doubt is { } doubt)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"sure at {doubt.Threshold:0.0##} and above: {doubt.Answered} of {Metrics.Clips} clips " +
                $"({doubt.Coverage:0.0%}), accuracy {Share(doubt.Accuracy)}; of all {doubt.AccuracyOfAll:0.0%}\n");
        }
    }

    private void AddGroups(StringBuilder text)
    {
        if (Groups.Count == 0)
        {
            text.Append("groups: none told; train again where an earlier version made the run\n");
        }
        foreach (var kind in Groups.GroupBy(group => group.By))
        {
            var small = kind.Count(group => group.IsSmall);
            var note = small > 0 ? $"; {small} of {kind.Count()} are small" : "";
            text.Append(CultureInfo.InvariantCulture, $"by {kind.Key}: {Worst(kind)}{note}\n");
        }
    }

    private static string Worst(IEnumerable<GroupScore> kind) => Evaluation.Groups.Worst(kind) is not { } worst
        ? "no two groups large enough"
        : FormattableString.Invariant(
            $"worst {worst.Group}, UAR {worst.Uar:0.0%} [{worst.UarLow:0.0%}, {worst.UarHigh:0.0%}] ") +
            $"of {worst.Clips} clips, {(worst.IsBelow ? "below all" : "within noise of all")}";

    private static string Share(Interval interval) => interval.Low is null
        ? FormattableString.Invariant($"{interval.Value:0.0%} ({interval.Note})")
        : FormattableString.Invariant(
            $"{interval.Value:0.0%} [{interval.Low:0.0%}, {interval.High:0.0%}] ({interval.Method})");
}

/// <summary>Areas under risk and coverage, 0 to 1.</summary>
/// <param name="Area">The model's.</param>
/// <param name="Lowest">If every error were less sure than every hit.</param>
internal sealed record RiskAreas(double Area, double Lowest);
