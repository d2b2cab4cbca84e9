using SerLab.Corpora;
using SerLab.Evaluation;
using SerLab.Figures;
using SerLab.Files;

namespace SerLab.Reports;

/// <summary>A run in a comparison of models.</summary>
/// <param name="Run">What the comparison calls it: its folder's name, or the path where two have one name.</param>
/// <param name="Model">The architecture.</param>
/// <param name="Features">The feature set.</param>
/// <param name="Settings">What else differs between the runs: <c>training.seed=2</c>; empty for nothing.</param>
/// <param name="Parameters">Trained numbers of the network; null where the folder does not hold it.</param>
/// <param name="BestEpoch">The epoch whose weights were kept; null where it is several trainings.</param>
/// <param name="Seconds">How long the run took.</param>
/// <param name="UarOverSeeds">Mean UAR over its seeds, and how they spread; null for one seed.</param>
/// <param name="Scores">How it did, and its distance to the best.</param>
public sealed record ModelRow(
    string Run, string Model, string Features, string Settings, long? Parameters, int? BestEpoch, double Seconds,
    SeedSpread? UarOverSeeds, Ranked Scores);

/// <summary>
/// Runs on one corpus and one kind of split, by UAR: which is best, and which others are lower by more than noise.
/// </summary>
/// <param name="Corpus">Name of the corpus.</param>
/// <param name="Split">How it was split: <c>unseen speakers</c>, <c>random split</c>, …</param>
/// <param name="Chance">UAR of guessing, 0..1.</param>
/// <param name="Unit">What the intervals draw.</param>
/// <param name="Rows">The best first.</param>
/// <param name="Notes">What a reader of the table must know.</param>
public sealed record ModelComparison(
    string Corpus, string Split, double Chance, ResampledUnit Unit, IReadOnlyList<ModelRow> Rows,
    IReadOnlyList<string> Notes)
{
    /// <summary>Compares two and more runs; those that answered the same clips are compared clip by clip.</summary>
    /// <exception cref="BadOptionException">
    /// Fewer than two runs, runs on different recordings or labels, or on different kinds of split.
    /// </exception>
    public static ModelComparison Of(IReadOnlyList<Run> runs)
    {
        Check(runs);
        var (names, settings) = (RunNames.Of(runs), RunSettings.Differences(runs));
        var ranking = Ranking.Of([.. runs.Zip(names, (run, name) => new Contender(name, Answers(run)))]);
        ModelRow[] rows =
            [.. ranking.Rows.Select(scores => Row(runs[scores.Index], settings[scores.Index], scores))];
        return new ModelComparison(
            runs[0].Manifest.Data.Corpus, runs[0].SplitName, 1.0 / runs[0].Predictions.Labels.Count, ranking.Unit, rows,
            [.. ModelComparisonNotes.Of(rows, ranking.Unit, runs)]);
    }

    /// <summary>The verdict in one sentence.</summary>
    public string Verdict => ModelComparisonNotes.Verdict([.. Rows.Select(row => row.Scores)]) + ".";

    /// <summary>The table as aligned plain text, with its notes; ends in a line end.</summary>
    public string ToText() => ModelComparisonTable.ToText(this);

    /// <summary>Writes the table: shares 0..1, a line a run.</summary>
    /// <exception cref="BadFileException">The place cannot be written.</exception>
    public void WriteCsv(string path) => ModelComparisonTable.WriteCsv(this, path);

    /// <summary>The table as points with intervals.</summary>
    public Figure Figure() => ModelComparisonFigure.Of(
        CorpusReader.Title(Corpus), [.. Rows.Select(row => row.Scores)], Chance,
        $"{Split}, 95 % intervals over {(Unit == ResampledUnit.Speakers ? "speakers" : "clips")}; " +
        "in brackets the points to the best");

    private static ModelRow Row(Run run, string settings, Ranked scores) => new(
        scores.Name, RunSettings.ModelOf(run), run.Manifest.Options.Features.Set, settings,
        ParameterCount.Of(run), run.BestEpoch?.Number, run.Manifest.Seconds,
        run.Seeds.Count > 1 ? SeedSpread.Of([.. run.Seeds.Select(seed => seed.Uar)]) : null, scores);

    // A copy of the corpus in another place has the same clips.
    private static Predictions Answers(Run run)
    {
        var root = run.Manifest.Data.Folder;
        return new Predictions(run.Predictions.Labels, [.. run.Predictions.Rows.Select(row => row with
        {
            File = row.File.StartsWith(root, StringComparison.Ordinal) ? row.File[root.Length..] : row.File,
        })]);
    }

    private static void Check(IReadOnlyList<Run> runs)
    {
        string[] problems =
        [
            .. runs.Count < 2 ? ["no other run"] : Array.Empty<string>(),
            .. Differ(runs, run => run.Manifest.Data.Hash) ? ["other recordings"] : Array.Empty<string>(),
            .. Differ(runs, LabelsOf) ? ["other emotions"] : Array.Empty<string>(),
            .. Differ(runs, run => run.SplitName) ? ["another kind of split"] : Array.Empty<string>(),
        ];
        if (problems.Length > 0)
        {
            throw new BadOptionException(
                $"Models are compared on one corpus and one kind of split, and these runs have " +
                $"{string.Join(", and ", problems)}.",
                "Name two or more runs on the same recordings.");
        }
    }

    private static string LabelsOf(Run run) => string.Join('\n', run.Predictions.Labels);

    private static bool Differ(IReadOnlyList<Run> runs, Func<Run, string> what) =>
        runs.Select(what).Distinct().Count() > 1;
}
