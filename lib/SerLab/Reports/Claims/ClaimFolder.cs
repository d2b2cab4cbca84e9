using SerLab.Corpora;
using SerLab.Evaluation;
using SerLab.Files;
using SerLab.Models;

namespace SerLab.Reports.Claims;

/// <summary>What the folder of a claim holds: <c>claim.json</c>, and a run folder for each way of testing.</summary>
public static class ClaimFolder
{
    /// <summary>Reads all claims below a folder that have come to their end.</summary>
    /// <param name="folder">As given to <see cref="ClaimExperiment"/>; may be missing.</param>
    /// <param name="ledger">Claims that are not in it are passed over.</param>
    /// <returns>In the order of the ledger, then of the folders' names.</returns>
    /// <exception cref="BadFileException">A file is broken.</exception>
    public static IReadOnlyList<ClaimResult> All(string folder, Ledger ledger)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }
        var places = Directory.GetDirectories(folder).Where(place => File.Exists(TrialFile(place)))
            .Order(StringComparer.Ordinal).ToLookup(place => Json.Read<ClaimTrial>(TrialFile(place)).Claim);
        return [.. ledger.Claims.SelectMany(claim => places[claim.Id].Select(place => Load(place, claim)))];
    }

    /// <summary>Reads and judges a claim that has come to its end.</summary>
    /// <exception cref="BadFileException">A run is missing, or a file is broken.</exception>
    public static ClaimResult Load(string place, Claim claim)
    {
        var trial = Json.Read<ClaimTrial>(TrialFile(place));
        return claim.Models.Count > 0 ? OfModels(place, claim, trial) : OfOne(place, claim, trial);
    }

    internal static string Published(string? model) => model is null ? "published" : $"published-{model}";

    internal static string Honest(string? model) => model is null ? "honest" : $"honest-{model}";

    private static ClaimResult OfOne(string place, Claim claim, ClaimTrial trial)
    {
        var (loose, strict) = (Read(place, Published(null)), Read(place, Honest(null)));
        var metric = claim.Main?.Metric ?? ClaimMetric.Default;
        var (published, honest) = (
            ClaimScore.Of(loose, metric, ResampledUnit.Clips), ClaimScore.Of(strict, metric, ResampledUnit.Speakers));
        var leak = Bootstrap.Difference(
            loose.Predictions, strict.Predictions, ClaimMetric.Of(metric), PairJudge.UnitOf(loose, strict));
        var verdict = trial switch
        {
            { Epochs: not null } => Verdict.QuickLook,
            { IsOtherCorpus: true } => Verdict.LeakAlone,
            _ => Verdicts.Of(claim.Main!, published.Value, honest.Value),
        };
        return new ClaimResult(claim, verdict, ClaimText.Sentence(claim, verdict, trial, published, honest, leak))
        {
            Trial = trial, Published = published, Honest = honest, Leak = leak, Differs = Differs(claim, trial),
        };
    }

    private static ClaimResult OfModels(string place, Claim claim, ClaimTrial trial)
    {
        string[] names = [.. claim.Models.Select(Architectures.NameOf)];
        Run[] loose = [.. names.Select(name => Read(place, Published(name)))];
        Run[] strict = [.. names.Select(name => Read(place, Honest(name)))];
        var (published, honest) = (PairJudge.Of(claim, loose), PairJudge.Of(claim, strict));
        var verdict = trial.Epochs is null ? Verdicts.Of(published.Holds, honest.Holds) : Verdict.QuickLook;
        return new ClaimResult(claim, verdict, ClaimText.Sentence(verdict, trial, published, honest))
        {
            Trial = trial,
            Models = [.. names.Select((name, i) => new ClaimModel(
                name, ClaimScore.Of(loose[i], ClaimMetric.Default, ResampledUnit.Speakers),
                ClaimScore.Of(strict[i], ClaimMetric.Default, ResampledUnit.Speakers)))],
            Differs = Differs(claim, trial),
        };
    }

    private static IReadOnlyList<string> Differs(Claim claim, ClaimTrial trial) =>
    [
        .. trial.Epochs is { } epochs ? [$"Training was cut short after {Wording.Number(epochs, "epoch")}."]
            : Array.Empty<string>(),
        .. trial.IsOtherCorpus ? [$"The recordings are {CorpusReader.Title(trial.Corpus)}'s."]
            : ClaimText.Fewer(claim, trial) is { } fewer ? [$"It was run on {fewer}."] : Array.Empty<string>(),
        .. claim.Differs,
    ];

    private static Run Read(string place, string name) => Run.Load(Path.Combine(place, name));

    private static string TrialFile(string place) => Path.Combine(place, ClaimTrial.FileName);
}
