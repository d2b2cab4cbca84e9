using SerLab.Corpora;
using SerLab.Features;
using SerLab.Files;
using SerLab.Models;

namespace SerLab.Reports.Claims;

/// <summary>
/// Runs a claim: its published protocol as written, and the same recipe on speakers that training has not heard. Each
/// is a run folder of its own, so that work that was stopped goes on and finished work is used again.
/// </summary>
/// <param name="claim">One that has a recipe.</param>
/// <param name="options">How it is run.</param>
/// <param name="clock">Measures how long it takes.</param>
public sealed class ClaimExperiment(Claim claim, ClaimOptions options, TimeProvider clock)
{
    /// <summary>Runs what is not finished yet, and judges.</summary>
    /// <param name="corpus">The claim's own, or another one on which its protocol is tried.</param>
    /// <param name="folder">Receives a folder for the claim and the corpus.</param>
    /// <param name="whenFinished">What to do where a folder holds a run, finished or not.</param>
    /// <param name="command">The command line or call, for the manifests.</param>
    /// <param name="progress">Receives every batch and epoch.</param>
    /// <param name="cancel">Ends the run between two batches; the same call goes on from there.</param>
    /// <param name="store">Where features are kept; none are without it.</param>
    /// <exception cref="SerLabException">The corpus does not allow it, or training diverged.</exception>
    public ClaimResult Execute(
        Corpus corpus, string folder, WhenFinished whenFinished = WhenFinished.Reuse, string command = "",
        IProgress<ExperimentProgress>? progress = null, CancellationToken cancel = default, FeatureStore? store = null)
    {
        options.Check();
        var recipe = claim.Recipe ?? throw new BadOptionException($"{claim.Id} cannot be run.", claim.Cannot ?? "");
        var used = WithoutDropped(corpus);
        var place = Path.Combine(folder, FolderName(corpus.Name));
        var todo = Steps(recipe, used.Speakers.Count).ToArray();
        foreach (var (index, (name, one)) in todo.Index())
        {
            var part = $"{claim.Id} on {corpus.Name}, {index + 1} of {todo.Length}";
            new Experiment(one, clock).Execute(
                used, Path.Combine(place, name), whenFinished, command,
                new Relay<ExperimentProgress>(step => progress?.Report(Told(step, part))), cancel, store);
        }
        Json.Write(Path.Combine(place, ClaimTrial.FileName), new ClaimTrial(
            claim.Id, corpus.Name, used.Utterances.Count, claim.Corpus != corpus.Name,
            options.Epochs < recipe.Training.Epochs ? options.Epochs : null));
        return ClaimFolder.Load(place, claim);
    }

    /// <summary>Every training of a claim: the name of its run folder, and the recipe.</summary>
    private IEnumerable<(string Name, ExperimentOptions Options)> Steps(ExperimentOptions recipe, int speakers)
    {
        foreach (var model in claim.Models.DefaultIfEmpty(recipe.Model))
        {
            var own = recipe with { Model = model };
            var name = claim.Models.Count == 0 ? null : Architectures.NameOf(model);
            yield return (ClaimFolder.Published(name), options.Published(own));
            yield return (ClaimFolder.Honest(name), options.Honest(own, speakers));
        }
    }

    private string FolderName(string corpus)
    {
        var cut = options.Epochs is { } epochs ? $"-epochs-{epochs}" : "";
        return $"{claim.Id}-on-{corpus}{(options.Folds > 1 ? $"-folds-{options.Folds}" : "")}{cut}";
    }

    private Corpus WithoutDropped(Corpus corpus)
    {
        string[] dropped = [.. claim.Drops.Intersect(corpus.Labels)];
        return dropped.Length == 0
            ? corpus
            : CorpusUnion.Of([corpus], new LabelMap(
                dropped.Select(label => KeyValuePair.Create(label, (string?)null))));
    }

    private static ExperimentProgress Told(ExperimentProgress step, string part) => step.Stage == "training"
        ? step with { Part = step.Part == "" ? part : $"{part}, {step.Part}" }
        : step;
}
