using SerLab.Evaluation;
using SerLab.Features;
using SerLab.Figures;
using SerLab.Files;
using SerLab.Models;
using SerLab.Splits;
using SerLab.Training;

namespace SerLab.Reports;

/// <summary>
/// Writes what several trainings come to together: the test predictions of all folds of the first seed with their
/// scores, a line a training, and a line a seed. The manifest comes last.
/// </summary>
internal static class PooledRunWriter
{
    public static Run Write(
        RunFolder folder, IReadOnlyList<SplitPlan> plans, IReadOnlyList<Run> runs, RunManifest draft,
        StaticRenderer? renderer)
    {
        var seeds = runs.GroupBy(run => run.Manifest.Options.Training.Seed)
            .Select(group => (Seed: group.Key, Predictions: Together([.. group]))).ToArray();
        var manifest = draft with { SplitDescription = Described(plans, seeds.Length, draft.Options) };
        var predictions = seeds[0].Predictions;
        var metrics = MetricsReport.Of(predictions, manifest.SplitDescription);
        var run = new Run(folder, manifest, [], predictions, metrics)
        {
            Parts = [.. runs.Select(RunPart.Of)],
            Seeds = [.. seeds.Select(seed => SeedScore.Of(seed.Seed, seed.Predictions))],
        };
        RunWriter.Begin(run, [.. OfOneTraining.Select(name => Path.Combine(folder.Path, name))]);
        RunParts.Write(folder.Runs, run.Parts);
        SeedScores.Write(folder.Seeds, run.Seeds);
        RunWriter.WriteScores(run, plans.SelectMany(plan => plan.Test.Utterances));
        SplitCsv.Write(folder.Split, plans);
        RunFigures.Confusion(run).Save(folder.Figures, "confusion", renderer);
        Json.Write(folder.Manifest, manifest);
        return run;
    }

    private static readonly string[] OfOneTraining =
        [
            ModelBundle.WeightsFile, ModelBundle.InfoFile, Checkpoint.LastFile, Checkpoint.FileName, "history.csv",
            "validation_predictions.csv",
        ];

    private static Predictions Together(IReadOnlyList<Run> runs) =>
        new(runs[0].Predictions.Labels, [.. runs.SelectMany(run => run.Predictions.Rows)]);

    private static string Described(IReadOnlyList<SplitPlan> plans, int seeds, ExperimentOptions options)
    {
        var validated = ValidationText.Of(options) is { Length: > 0 } text ? $" {text}" : "";
        if (plans is [var only])
        {
            return $"{only.Describe()}{validated} {seeds} seeds; the scores are the first's.";
        }
        var leaking = plans.Count(plan => !plan.IsSpeakerDisjoint);
        var shared = leaking == 0
            ? "no fold has a test speaker in training"
            : $"{leaking} of {plans.Count} folds have test speakers in training";
        var phrases = plans.Any(plan => plan.Test.Phrases.Count == 0 || plan.SharedPhrases.Count > 0)
            ? "" : ", and no fold a test phrase";
        var seeded = seeds == 1 ? "" : $" {seeds} seeds; the scores are the first's.";
        var scaled = options.Scaler == ScalerKind.Speaker ? $" {SpeakerScaler.Warning}" : "";
        var folds = $"{plans[0].Rule.Name} split, the test parts of {plans.Count} folds together";
        return $"{folds}: {shared}{phrases}.{validated}{seeded}{scaled}";
    }
}
