using SerLab.Corpora;
using SerLab.Features;
using SerLab.Figures;
using SerLab.Files;

namespace SerLab.Reports;

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

/// <summary>
/// One recipe on one corpus, whole: recordings → features → split → networks → test predictions → run folder. A split
/// with folds and several seeds give a run each, in folders below, and their test predictions together.
/// </summary>
public sealed class Experiment(ExperimentOptions options, TimeProvider clock)
{
    /// <summary>
    /// Trains and tests on <paramref name="corpus"/>, and writes the run folder. An experiment that was stopped goes on
    /// where it was, and comes to the same bytes.
    /// </summary>
    /// <param name="corpus">Recordings that cannot be read are left out and listed in the manifest.</param>
    /// <param name="folder">The run folder; made where it is missing.</param>
    /// <param name="whenFinished">What to do where the folder holds a run, finished or not.</param>
    /// <param name="command">The command line or call, for the manifest.</param>
    /// <param name="progress">Receives every batch and epoch.</param>
    /// <param name="cancel">Ends the run between two batches; the folder then holds a checkpoint.</param>
    /// <param name="store">Where features are kept; none are without it.</param>
    /// <exception cref="SerLabException">Options cannot hold, data cannot be read, or training diverged.</exception>
    public Run Execute(
        Corpus corpus, string folder, WhenFinished whenFinished = WhenFinished.Reuse, string command = "",
        IProgress<ExperimentProgress>? progress = null, CancellationToken cancel = default, FeatureStore? store = null)
    {
        options.Check();
        var hash = DataSummary.HashOf(corpus.Utterances, cancel);
        var target = new RunTarget(new RunFolder(folder), ContentHash.OfText(Json.ToText(options) + hash));
        if (target.Finished(whenFinished) is { } earlier)
        {
            return earlier;
        }
        CheckBefore(corpus);
        target.Begin(options, whenFinished);
        using var features = TrainingFeatures.Compute(options, corpus, progress, cancel, store);
        var read = corpus with
        {
            Utterances = features.Table.Utterances, LeftOut = [.. corpus.LeftOut, .. features.Table.LeftOut],
        };
        var plans = options.Split.Folds(read);
        var manifest = new RunManifest(
            options, target.Key, command,
            new DataSummary(corpus.Name, corpus.Root, hash, read.Utterances.Count, read.LeftOut),
            "", RunManifest.CurrentVersions, Environment.ProcessorCount, 0);
        using var renderer = StaticRenderer.Find();
        var runs = new RunSeries(features, read.Labels, manifest, clock, renderer);
        return plans is [var plan] && options.Seeds == 1
            ? runs.One(plan, target, progress, cancel)
            : runs.Many(plans, target, whenFinished, progress, cancel);
    }

    // What cannot be is told before the long work.
    private void CheckBefore(Corpus corpus)
    {
        var plans = options.Split.Folds(corpus);
        if (!options.ValidatesOnTest && plans.Any(plan => plan.Validation.Count == 0))
        {
            throw new BadOptionException("The split has no validation part.", "Give validation a share above 0.");
        }
        if (options.ValidatesOnTest && plans.Any(plan => plan.Validation.Count > 0))
        {
            throw new BadOptionException(
                "validatesOnTest: the split has a validation part of its own.", "Write validation=0 in the split rule.");
        }
        if (options.Twice is { } twice && !corpus.Labels.Contains(twice))
        {
            throw new BadOptionException(
                $"twice: no recording is '{twice}'.", $"Name one of: {string.Join(", ", corpus.Labels)}.");
        }
        options.Model.Build(FeatureSets.Create(options.Features).Shape, corpus.Labels.Count).Dispose();
    }
}
