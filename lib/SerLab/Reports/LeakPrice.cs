using SerLab.Evaluation;
using SerLab.Figures;
using SerLab.Files;

namespace SerLab.Reports;

/// <summary>What a recipe scores while training must not have heard some of what is tested.</summary>
/// <param name="Name">What is kept apart: <c>random split</c>, <c>unseen speakers</c>, …</param>
/// <param name="Split">The rule, with the first seed.</param>
/// <param name="Accuracy">Over all seeds, 0..1, with interval.</param>
/// <param name="Uar">Over all seeds, 0..1, with interval.</param>
/// <param name="UarOverSeeds">Mean UAR of the seeds, and how they spread.</param>
/// <param name="Step">UAR of the row above minus this one's, 1 is 100 points, with interval; null in the first.</param>
/// <param name="Lost">UAR of the first row minus this one's, with interval; null in the first.</param>
/// <param name="TrainClips">Mean number of training clips.</param>
/// <param name="Description">What the first seed's folds share.</param>
public sealed record PriceRung(
    string Name, string Split, Interval Accuracy, Interval Uar, SeedSpread UarOverSeeds, Interval? Step, Interval? Lost,
    double TrainClips, string Description);

/// <summary>
/// The price of the leak, as a ladder: one recipe, the same test clips and as many training clips on every rung, and
/// from rung to rung training has heard less of what is tested.
/// </summary>
/// <param name="Corpus">Name of the corpus.</param>
/// <param name="Model">The architecture.</param>
/// <param name="Features">The feature set.</param>
/// <param name="TestClips">Different clips tested.</param>
/// <param name="TestSpeakers">Speakers they come from.</param>
/// <param name="Seeds">Each draws the folds anew and trains anew.</param>
/// <param name="Chance">UAR of guessing, 0..1.</param>
/// <param name="Unit">What the intervals draw.</param>
/// <param name="Rungs">From the random split to the strictest.</param>
/// <param name="Notes">What a reader of the table must know.</param>
public sealed record LeakPrice(
    string Corpus, string Model, string Features, int TestClips, int TestSpeakers, int Seeds, double Chance,
    ResampledUnit Unit, IReadOnlyList<PriceRung> Rungs, IReadOnlyList<string> Notes)
{
    /// <summary>Measures the ladder.</summary>
    /// <param name="ladder">From the random split to the strictest: the runs of its seeds, at least one, and how many
    /// clips each trained on.</param>
    /// <param name="options">Draws, level and seed of the intervals; the defaults where null.</param>
    public static LeakPrice Of(
        IReadOnlyList<(IReadOnlyList<Run> Runs, double TrainClips)> ladder, BootstrapOptions? options = null)
    {
        var first = ladder[0].Runs[0];
        Predictions[] answers = [.. ladder.Select(way => Together(way.Runs))];
        var unit = ResampledUnits.For(answers);
        PriceRung[] rungs = [.. ladder.Select((way, i) => new PriceRung(
            way.Runs[0].SplitName, $"{way.Runs[0].Manifest.Options.Split}",
            Bootstrap.Of(answers[i], Metrics.Accuracy, unit, options), Bootstrap.Of(answers[i], Metrics.Uar, unit, options),
            SeedSpread.Of([.. way.Runs.Select(run => run.Metrics.Uar)]),
            i == 0 ? null : Between(answers[i - 1], answers[i]), i == 0 ? null : Between(answers[0], answers[i]),
            way.TrainClips, way.Runs[0].Manifest.SplitDescription))];
        var clips = answers[0].Rows.Select(row => row.File).Distinct(StringComparer.Ordinal).Count();
        return new LeakPrice(
            first.Manifest.Data.Corpus, RunSettings.ModelOf(first), first.Manifest.Options.Features.Set, clips,
            answers[0].Speakers.Count, ladder[0].Runs.Count, 1.0 / answers[0].Labels.Count, unit, rungs,
            LeakPriceText.Notes(rungs, unit));

        Interval Between(Predictions loose, Predictions strict) =>
            Bootstrap.PairedDifference(loose, strict, Metrics.Uar, unit, options);
    }

    /// <summary>The verdict in one sentence.</summary>
    public string Verdict => LeakPriceText.Verdict(this);

    /// <summary>The table as aligned plain text with its notes; ends in a line end.</summary>
    public string ToText() => LeakPriceText.Render(this);

    /// <summary>Writes the table: shares 0..1, a line a rung.</summary>
    /// <exception cref="BadFileException">The place cannot be written.</exception>
    public void WriteCsv(string path) => LeakPriceText.WriteCsv(this, path);

    /// <summary>The ladder: a bar a rung, and what each step costs.</summary>
    public Figure Figure() => LadderFigure.Of(this);

    private static Predictions Together(IReadOnlyList<Run> runs) =>
        new(runs[0].Predictions.Labels, [.. runs.SelectMany(run => run.Predictions.Rows)]);
}
