using SerLab.Corpora;
using SerLab.Evaluation;
using SerLab.Figures;
using SerLab.Files;

namespace SerLab.Reports;

/// <summary>The same recipe tested on several splits, and how much of the highest score was leak.</summary>
public sealed class Comparison
{
    private readonly IReadOnlyList<Run> _runs;

    /// <summary>Compares runs on the same corpus.</summary>
    /// <param name="runs">Two and more; the strictest split last.</param>
    /// <exception cref="BadOptionException">Fewer than two runs, or runs on different data.</exception>
    public Comparison(IReadOnlyList<Run> runs)
    {
        if (runs.Count < 2 || runs.Select(run => run.Manifest.Data.Hash).Distinct().Count() > 1)
        {
            throw new BadOptionException(
                "A leak is a difference between runs on the same recordings.", "Name two or more runs on one corpus.");
        }
        _runs = runs;
        Table = LeakTable.Of([.. runs.Select(run => new SplitResult(run.SplitName, run.Manifest.SplitDescription, run.Predictions))]);
    }

    /// <summary>The scores, and what the looser splits say more than the strictest.</summary>
    public LeakTable Table { get; }

    /// <summary>The verdict in one sentence.</summary>
    public string Verdict
    {
        get
        {
            var (loose, strict, leak) = (Table.Rows[0], Table.Rows[^1], Table.Leaks[0].Accuracy);
            var said = $"{loose.Name} says {Wording.Percent(loose.Accuracy.Value)}, {strict.Name} say {Wording.Percent(strict.Accuracy.Value)}";
            return leak.Low > 0
                ? $"{said}: {Wording.Text(100 * leak.Value, "0")} points of the result were leak."
                : $"{said}: the difference is within chance, no leak shows.";
        }
    }

    /// <summary>The table as bars with intervals.</summary>
    public Figure Figure() => LeakFigure.Of(
        $"{CorpusReader.Title(_runs[0].Manifest.Data.Corpus)}: is it real?",
        [.. Table.Rows.Select(row => new LeakBar(
            row.Name, row.Accuracy.Value, row.Accuracy.Low ?? row.Accuracy.Value, row.Accuracy.High ?? row.Accuracy.Value))],
        chance: 1.0 / _runs[0].Predictions.Labels.Count, measure: "accuracy");
}
