using SerLab.Corpora;
using SerLab.Features;
using SerLab.Files;
using SerLab.Splits;

namespace SerLab.Reports;

/// <summary>
/// Trains one recipe again and again while training may hear less and less of what is tested: everything, no test
/// phrase, no test speaker, neither. Each way and seed is an experiment in a folder of its own.
/// </summary>
/// <param name="recipe">Its split gives the share of the validation part and the first seed; the rest of it is not used.</param>
/// <param name="folds">At most so many groups of speakers and of phrases, 2 and up.</param>
/// <param name="seeds">How often folds are drawn and networks trained anew, 1 and up.</param>
/// <param name="clock">Measures how long it takes.</param>
public sealed class LeakPriceExperiment(ExperimentOptions recipe, int folds, int seeds, TimeProvider clock)
{
    /// <summary>Runs what is not finished yet and measures the ladder.</summary>
    /// <param name="corpus">Ways that its speakers or phrases do not allow are left out, and a note says so.</param>
    /// <param name="folder">Receives a run folder for each way and seed.</param>
    /// <param name="whenFinished">What to do where a folder holds a run, finished or not.</param>
    /// <param name="command">The command line or call, for the manifests.</param>
    /// <param name="progress">Receives every batch and epoch.</param>
    /// <param name="cancel">Ends the run between two batches; the same call goes on from there.</param>
    /// <param name="store">Where features are kept; none are without it.</param>
    /// <exception cref="SerLabException">Options cannot hold, or nothing can be kept apart in the corpus.</exception>
    public LeakPrice Execute(
        Corpus corpus, string folder, WhenFinished whenFinished = WhenFinished.Reuse, string command = "",
        IProgress<ExperimentProgress>? progress = null, CancellationToken cancel = default, FeatureStore? store = null)
    {
        var ways = Ways(corpus);
        var runs = ways.ToDictionary(way => way, _ => new List<Run>());
        foreach (var seed in Enumerable.Range(0, seeds))
        {
            foreach (var way in ways)
            {
                var options = Options(way, seed);
                var part = $"{runs.Values.Sum(own => own.Count) + 1} of {seeds * ways.Count}";
                runs[way].Add(new Experiment(options, clock).Execute(
                    corpus, Path.Combine(folder, $"{Name(way)}-seed-{options.Training.Seed}"), whenFinished, command,
                    new Relay<ExperimentProgress>(step => progress?.Report(step with { Part = $"{part}, {step.Part}" })),
                    cancel, store));
            }
        }
        var price = LeakPrice.Of([.. ways.Select(way => ((IReadOnlyList<Run>)runs[way], runs[way].Average(TrainClips)))]);
        return price with { Notes = [.. price.Notes, .. LeftOut(ways)] };
    }

    private IReadOnlyList<SplitKey> Ways(Corpus corpus)
    {
        if (seeds < 1)
        {
            throw new BadOptionException($"seeds is {seeds}.", "Give it at least 1.");
        }
        var ways = MatchedFolds.Ways(corpus);
        return ways.Count > 1 ? ways : throw new BadOptionException(
            $"The corpus '{corpus.Name}' has one speaker and one phrase (or tells no phrases), so nothing can be unseen.",
            "Name a corpus with two speakers or more.");
    }

    private ExperimentOptions Options(SplitKey way, int seed) => recipe with
    {
        Seeds = 1,
        Split = new MatchedFolds
        {
            K = folds, By = way, Validation = recipe.Split.Validation, Seed = recipe.Split.Seed + seed,
        },
        Training = recipe.Training with { Seed = recipe.Training.Seed + seed },
    };

    private static double TrainClips(Run run)
    {
        var rows = Csv.ReadRows(run.Folder.Split, "part", "fold");
        return rows.Count(row => row["part"] == "train") / (double)rows.Select(row => row["fold"]).Distinct().Count();
    }

    private static string Name(SplitKey way) => way switch
    {
        SplitKey.Phrase => "phrases",
        SplitKey.Speaker => "speakers",
        SplitKey.SpeakerAndPhrase => "both",
        _ => "random",
    };

    private static IEnumerable<string> LeftOut(IReadOnlyList<SplitKey> ways) =>
    [
        .. ways.Contains(SplitKey.Phrase)
            ? Array.Empty<string>() : ["Unseen phrases are left out: the corpus tells none, or has one only."],
        .. ways.Contains(SplitKey.Speaker)
            ? Array.Empty<string>() : ["Unseen speakers are left out: the corpus has one speaker."],
    ];
}
