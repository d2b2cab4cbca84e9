using SerLab.Evaluation;

namespace SerLab.Reports.Claims;

/// <summary>What one way of testing gave.</summary>
/// <param name="Folder">The run folder.</param>
/// <param name="Split">The split rule.</param>
/// <param name="SplitName">What tables call it: <c>random split</c>, <c>unseen speakers</c>.</param>
/// <param name="Description">What the split shares between its sides.</param>
/// <param name="Value">The metric by which the claim is judged, 0..1, with interval.</param>
/// <param name="Metrics">All scores.</param>
/// <param name="BestEpoch">The epoch whose weights were kept; null where it is several trainings.</param>
/// <param name="Epochs">Epochs trained; of several trainings the sum.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record ClaimScore(
    string Folder, string Split, string SplitName, string Description, Interval Value, MetricsReport Metrics,
    int? BestEpoch, int Epochs, double Seconds)
{
    private const int EnoughSpeakers = 5;

    /// <summary>Measures a run.</summary>
    /// <param name="run">Finished.</param>
    /// <param name="metric">A name of <see cref="ClaimMetric"/>.</param>
    /// <param name="unit">What the interval draws; speakers become clips where fewer than 5 are tested.</param>
    public static ClaimScore Of(Run run, string metric, ResampledUnit unit) => new(
        run.Folder.Path, $"{run.Manifest.Options.Split}", run.SplitName, run.Manifest.SplitDescription,
        Bootstrap.Of(
            run.Predictions, ClaimMetric.Of(metric),
            run.Predictions.Speakers.Count < EnoughSpeakers ? ResampledUnit.Clips : unit),
        run.Metrics, run.BestEpoch?.Number,
        run.Parts.Count > 0 ? run.Parts.Sum(part => part.Epochs) : run.History.Count, SecondsOf(run));

    /// <summary>The labels, in the order of the confusion matrix.</summary>
    public IReadOnlyList<string> Labels => [.. Metrics.PerClass.Select(score => score.Label)];

    // What was done before a training was stopped took its time too.
    private static double SecondsOf(Run run) => run.Parts.Count > 0
        ? run.Parts.Sum(part => part.Seconds)
        : Math.Max(run.Manifest.Seconds, run.History.Sum(epoch => epoch.Seconds));
}
