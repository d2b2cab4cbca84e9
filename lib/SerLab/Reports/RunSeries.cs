using SerLab.Evaluation;
using SerLab.Figures;
using SerLab.Files;
using SerLab.Models;
using SerLab.Splits;
using SerLab.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace SerLab.Reports;

/// <summary>The trainings of an experiment, one after the other.</summary>
/// <param name="features">What networks learn from.</param>
/// <param name="labels">The classes, in the order of the networks' outputs.</param>
/// <param name="draft">The manifest, without what is known only at the end.</param>
/// <param name="clock">Measures how long it takes.</param>
/// <param name="renderer">Draws the figures' pictures; null for none.</param>
internal sealed class RunSeries(
    TrainingFeatures features, IReadOnlyList<string> labels, RunManifest draft, TimeProvider clock,
    StaticRenderer? renderer)
{
    /// <summary>One training: the network, its test predictions, the run folder.</summary>
    public Run One(
        SplitPlan plan, RunTarget target, IProgress<ExperimentProgress>? progress, CancellationToken cancel,
        string part = "")
    {
        var (options, start) = (draft.Options, clock.GetTimestamp());
        var scaler = plan.Train.FitScaler(features.Table, options.Scaler);
        manual_seed(options.Training.Seed); // fresh weights
        var network = options.Model.Build(features.Table.Set.Shape, labels.Count).to(device(options.Training.Device));
        var info = new BundleInfo(options.Model, options.Features, features.Table.Set.Shape, scaler, labels);
        using var bundle = new ModelBundle(info, network);
        var history = Fit(bundle, plan, target, Relayed(progress, part), cancel);
        network.cpu();
        var answers = new RunAnswers(Answers(plan.Test), plan.Validation.Count > 0 ? Answers(plan.Validation) : null);
        var manifest = draft with
        {
            Key = target.Key, Fold = plan.Fold, SplitDescription = Described(plan, scaler.Remark),
            Seconds = clock.GetElapsedTime(start).TotalSeconds,
        };
        var run = RunWriter.Write(target.Folder, bundle, plan, history, answers, manifest, renderer);
        new Checkpoint(target.Folder.Path, target.Key).Delete();
        return run;

        Predictions Answers(Part part) =>
            Predictor.Predict(bundle, part.Utterances, features.Table.Rows(part.RowsIn(features.Table)));
    }

    /// <summary>A training for each fold and seed, in folders below, then what they come to together.</summary>
    public Run Many(
        IReadOnlyList<SplitPlan> plans, RunTarget target, WhenFinished whenFinished,
        IProgress<ExperimentProgress>? progress, CancellationToken cancel)
    {
        var (first, start) = (draft.Options.Training.Seed, clock.GetTimestamp());
        var (runs, total) = (new List<Run>(), draft.Options.Seeds * plans.Count);
        foreach (var seed in Enumerable.Range(first, draft.Options.Seeds))
        {
            var one = draft.Options with { Seeds = 1, Training = draft.Options.Training with { Seed = seed } };
            var series = new RunSeries(features, labels, draft with { Options = one }, clock, renderer);
            foreach (var (i, plan) in plans.Index())
            {
                var below = target.Below(FolderName(seed, i + 1, plans.Count), one, plan.Fold);
                var part = $"training {runs.Count + 1} of {total}";
                runs.Add(below.Finished(whenFinished) ?? series.Begun(below, whenFinished, plan, progress, cancel, part));
            }
        }
        var manifest = draft with { Key = target.Key, Seconds = clock.GetElapsedTime(start).TotalSeconds };
        return PooledRunWriter.Write(target.Folder, plans, runs, manifest, renderer);
    }

    private Run Begun(
        RunTarget target, WhenFinished whenFinished, SplitPlan plan, IProgress<ExperimentProgress>? progress,
        CancellationToken cancel, string part)
    {
        target.Begin(draft.Options, whenFinished);
        return One(plan, target, progress, cancel, part);
    }

    private string FolderName(int seed, int fold, int folds)
    {
        string[] words =
        [
            .. draft.Options.Seeds > 1 ? [$"seed-{seed}"] : Array.Empty<string>(),
            .. folds > 1 ? [$"fold-{fold}"] : Array.Empty<string>(),
        ];
        return string.Join('-', words);
    }

    private string Described(SplitPlan plan, string remark) => string.Join(
        ' ', new[] { plan.Describe(), ValidationText.Of(draft.Options), remark }.Where(text => text != ""));

    private IReadOnlyList<Epoch> Fit(
        ModelBundle bundle, SplitPlan plan, RunTarget target, IProgress<TrainingProgress> progress,
        CancellationToken cancel)
    {
        var options = draft.Options.Training;
        using var train = features.ToTrain(plan.Train, labels, bundle.Info.Scaler, options.Seed);
        using var validation = features.Of(
            draft.Options.ValidatesOnTest ? plan.Test : plan.Validation, labels, bundle.Info.Scaler);
        var checkpoint = new Checkpoint(target.Folder.Path, target.Key);
        using var log = new TensorBoardLog(target.Folder.Path, clock); // a resumed training tells all its epochs
        try
        {
            return new Trainer(options, clock).Fit(
                bundle.Network, train.Of, validation, labels.Count, Logged(progress, log), cancel, checkpoint);
        }
        catch (DivergedException diverged)
        {
            checkpoint.Delete();
            throw Kept(diverged, bundle, target.Folder);
        }
    }

    private static Relay<TrainingProgress> Logged(IProgress<TrainingProgress> progress, TensorBoardLog log) => new(step =>
    {
        if (step.Finished is { } epoch)
        {
            log.Add(epoch);
        }
        progress.Report(step);
    });

    private static SerLabException Kept(DivergedException diverged, ModelBundle bundle, RunFolder folder)
    {
        if (diverged.KeptEpoch == 0)
        {
            return diverged;
        }
        // An earlier run that is to be replaced keeps its own weights.
        var place = folder.IsFinished ? Path.Combine(folder.Path, "diverged") : folder.Path;
        bundle.Network.cpu();
        bundle.Save(place);
        return new SerLabException(
            $"{diverged.Problem} The weights of epoch {diverged.KeptEpoch} are in {place}.", diverged.Mend, diverged);
    }

    private static Relay<TrainingProgress> Relayed(IProgress<ExperimentProgress>? progress, string part) => new(
        p => progress?.Report(new("training", p.Done, p.Total, p.Finished, Part: part, Loss: p.Loss)));
}
