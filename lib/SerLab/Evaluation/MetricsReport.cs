namespace SerLab.Evaluation;

/// <summary>
/// What <c>metrics.json</c> holds. Shares are 0..1; averages are over the classes that occur or are predicted.
/// </summary>
public sealed record MetricsReport
{
    /// <summary>One sentence on what the split shares between its sides.</summary>
    public required string Split { get; init; }

    /// <summary>Test clips.</summary>
    public required int Clips { get; init; }

    /// <summary>Test speakers.</summary>
    public required int Speakers { get; init; }

    /// <summary>Unweighted average recall over the classes that occur.</summary>
    public required double Uar { get; init; }

    /// <summary>Share of clips recognised.</summary>
    public required double Accuracy { get; init; }

    /// <summary>Plain mean of the classes' F1.</summary>
    public required double MacroF1 { get; init; }

    /// <summary>Mean of the classes' F1 by support.</summary>
    public required double WeightedF1 { get; init; }

    /// <summary>Cohen's kappa; NaN where chance alone agrees always.</summary>
    public required double CohenKappa { get; init; }

    /// <summary>Matthews correlation.</summary>
    public required double Matthews { get; init; }

    /// <summary>In nats.</summary>
    public required double LogLoss { get; init; }

    /// <summary>One against the rest, mean over the classes that occur; NaN where only one does.</summary>
    public required double RocAuc { get; init; }

    /// <summary>Expected calibration error in 15 bins.</summary>
    public required double CalibrationError { get; init; }

    /// <summary>UAR with its interval over clips.</summary>
    public required Interval UarOverClips { get; init; }

    /// <summary>UAR with its interval over speakers; without bounds for a single speaker.</summary>
    public required Interval UarOverSpeakers { get; init; }

    /// <summary>Accuracy with its interval over clips.</summary>
    public required Interval AccuracyOverClips { get; init; }

    /// <summary>Accuracy with its interval over speakers; without bounds for a single speaker.</summary>
    public required Interval AccuracyOverSpeakers { get; init; }

    /// <summary>Every label, in order, those that do not occur too.</summary>
    public required IReadOnlyList<ClassScore> PerClass { get; init; }

    /// <summary>Counts [true label][predicted label].</summary>
    public required int[][] Confusion { get; init; }

    /// <summary>Measures everything.</summary>
    /// <param name="predictions">The test part; at least one row.</param>
    /// <param name="split">The plan's description.</param>
    /// <param name="options">Draws, level and seed of the intervals; the defaults where null.</param>
    public static MetricsReport Of(Predictions predictions, string split, BootstrapOptions? options = null)
    {
        var matrix = ConfusionMatrix.Of(predictions);
        return new MetricsReport
        {
            Split = split,
            Clips = predictions.Rows.Count,
            Speakers = predictions.Speakers.Count,
            Uar = Metrics.Uar(matrix),
            Accuracy = Metrics.Accuracy(matrix),
            MacroF1 = Metrics.MacroF1(matrix),
            WeightedF1 = Metrics.WeightedF1(matrix),
            CohenKappa = Metrics.CohenKappa(matrix),
            Matthews = Metrics.Matthews(matrix),
            LogLoss = ProbabilityMetrics.LogLoss(predictions),
            RocAuc = ProbabilityMetrics.RocAucOfPresent(predictions),
            CalibrationError = Calibration.ExpectedError(predictions),
            UarOverClips = Bootstrap.Of(predictions, Metrics.Uar, ResampledUnit.Clips, options),
            UarOverSpeakers = Bootstrap.Of(predictions, Metrics.Uar, ResampledUnit.Speakers, options),
            AccuracyOverClips = Bootstrap.Of(predictions, Metrics.Accuracy, ResampledUnit.Clips, options),
            AccuracyOverSpeakers = Bootstrap.Of(predictions, Metrics.Accuracy, ResampledUnit.Speakers, options),
            PerClass = ClassificationReport.Of(matrix).Classes,
            Confusion = matrix.Rows(),
        };
    }
}
