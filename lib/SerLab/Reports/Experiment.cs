using SerLab.Corpora;
using SerLab.Evaluation;
using SerLab.Features;
using SerLab.Files;
using SerLab.Models;
using SerLab.Splits;
using SerLab.Training;
using TorchSharp;

namespace SerLab.Reports;

/// <summary>Where an experiment stands.</summary>
/// <param name="Stage">What is being done: <c>features</c> or <c>training</c>.</param>
/// <param name="Done">Recordings or examples finished.</param>
/// <param name="Total">Recordings or examples in all.</param>
/// <param name="Epoch">The epoch that has just ended, while training.</param>
/// <param name="Remark">What a user should know, once, such as that the feature store is full.</param>
public sealed record ExperimentProgress(
    string Stage, long Done, long Total, Epoch? Epoch = null, string? Remark = null);

/// <summary>What a finished folder does to an experiment that would write into it.</summary>
public enum WhenFinished
{
    /// <summary>The same options and data: load it. Others: refuse.</summary>
    Reuse,

    /// <summary>The same options and data: load it. Others: run and replace it.</summary>
    Update,

    /// <summary>Run and replace it in any case.</summary>
    Replace,
}

/// <summary>One training, whole: recordings → features → split → network → test predictions → run folder.</summary>
public sealed class Experiment(ExperimentOptions options, TimeProvider clock)
{
    /// <summary>Trains and tests on <paramref name="corpus"/>, and writes the run folder.</summary>
    /// <param name="corpus">Recordings that cannot be read are left out and listed in the manifest.</param>
    /// <param name="folder">The run folder; made where it is missing.</param>
    /// <param name="whenFinished">What to do where the folder holds a finished run.</param>
    /// <param name="command">The command line or call, for the manifest.</param>
    /// <param name="progress">Receives every batch and epoch.</param>
    /// <param name="cancel">Ends the run between two batches; the folder then holds no finished run.</param>
    /// <param name="store">Where features are kept; none are without it.</param>
    /// <exception cref="SerLabException">Options cannot hold, data cannot be read, or training diverged.</exception>
    public Run Execute(
        Corpus corpus, string folder, WhenFinished whenFinished = WhenFinished.Reuse, string command = "",
        IProgress<ExperimentProgress>? progress = null, CancellationToken cancel = default, FeatureStore? store = null)
    {
        options.Training.Check();
        var start = clock.GetTimestamp();
        var hash = DataSummary.HashOf(corpus.Utterances, cancel);
        var key = ContentHash.OfText(Json.ToText(options) + hash);
        if (Finished(new RunFolder(folder), key, whenFinished) is { } earlier)
        {
            return earlier;
        }
        CheckBefore(corpus);
        using var table = Features(corpus, store, progress, cancel);
        var read = corpus with { Utterances = table.Utterances, LeftOut = [.. corpus.LeftOut, .. table.LeftOut] };
        var plan = options.Split.Plan(read);
        using var bundle = Train(read, table, plan, progress, cancel, out var history);
        var predictions = Predict(bundle, table, plan.Test);
        var data = new DataSummary(corpus.Name, corpus.Root, hash, read.Utterances.Count, read.LeftOut);
        var manifest = new RunManifest(
            options, key, command, data, Described(plan, bundle.Info.Scaler), RunManifest.CurrentVersions,
            Environment.ProcessorCount,
            clock.GetElapsedTime(start).TotalSeconds);
        return RunWriter.Write(new RunFolder(folder), bundle, plan, history, predictions, manifest);
    }

    // What cannot be is told before the long work.
    private void CheckBefore(Corpus corpus)
    {
        _ = options.Split.Plan(corpus);
        options.Model.Build(FeatureSets.Create(options.Features).Shape, corpus.Labels.Count).Dispose();
    }

    private static Run? Finished(RunFolder folder, string key, WhenFinished whenFinished)
    {
        if (!folder.IsFinished || whenFinished == WhenFinished.Replace)
        {
            return null;
        }
        var earlier = Run.Load(folder.Path);
        if (earlier.Manifest.Key == key)
        {
            return earlier;
        }
        return whenFinished == WhenFinished.Update ? null : throw new BadFileException(
            folder.Path, "holds a finished run with other options or other data.",
            "Name another folder, or say --update to replace it.");
    }

    private FeatureTable Features(
        Corpus corpus, FeatureStore? store, IProgress<ExperimentProgress>? progress, CancellationToken cancel)
    {
        var total = corpus.Utterances.Count;
        var table = CorpusFeatures.Compute(
            corpus.Utterances, FeatureSets.Create(options.Features), Environment.ProcessorCount,
            new Relay<BatchProgress>(p => progress?.Report(new("features", p.Done, p.Total))), cancel, store);
        foreach (var remark in table.Remarks)
        {
            progress?.Report(new("features", total, total, Remark: remark));
        }
        return table;
    }

    private ModelBundle Train(
        Corpus corpus, FeatureTable table, SplitPlan plan,
        IProgress<ExperimentProgress>? progress, CancellationToken cancel, out IReadOnlyList<Epoch> history)
    {
        if (plan.Validation.Count == 0)
        {
            throw new BadOptionException("The split has no validation part.", "Give validation a share above 0.");
        }
        var labels = corpus.Labels;
        var scaler = plan.Train.FitScaler(table, options.Scaler);
        torch.manual_seed(options.Training.Seed);
        var network = options.Model.Build(table.Set.Shape, labels.Count);
        using var train = Examples(table, plan.Train, labels, scaler);
        using var validation = Examples(table, plan.Validation, labels, scaler);
        history = new Trainer(options.Training, clock).Fit(
            network, train, validation, labels.Count,
            new Relay<TrainingProgress>(p => progress?.Report(new("training", p.Done, p.Total, p.Finished))),
            cancel);
        var info = new BundleInfo(options.Model, options.Features, table.Set.Shape, scaler, labels);
        return new ModelBundle(info, network);
    }

    private static Examples Examples(FeatureTable table, Part part, IReadOnlyList<string> labels, Scaler scaler)
    {
        var values = table.Rows(part.RowsIn(table));
        scaler.Apply(values, table.Set.Shape, part.Utterances);
        int[] truth = [.. part.Utterances.Select(u => labels.IndexOf(u.Emotion))];
        return Training.Examples.From(values, table.Set.Shape, truth);
    }

    private static string Described(SplitPlan plan, Scaler scaler) => $"{plan.Describe()} {scaler.Remark}".TrimEnd();

    private static Predictions Predict(ModelBundle bundle, FeatureTable table, Part part) =>
        Predictor.Predict(bundle, part.Utterances, table.Rows(part.RowsIn(table)));
}
