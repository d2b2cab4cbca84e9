using SerLab.Corpora;
using SerLab.Evaluation;
using SerLab.Figures;
using SerLab.Files;
using SerLab.Splits;

namespace SerLab.Reports;

/// <summary>The same recipe tested on several splits, and how much of the highest score was leak.</summary>
public sealed class Comparison
{
    private readonly IReadOnlyList<Run> _runs;

    /// <summary>Compares runs that differ in the split alone.</summary>
    /// <param name="runs">Two and more, in any order; the others are held against the strictest split.</param>
    /// <exception cref="BadOptionException">
    /// Fewer than two runs, all of one kind of split, or runs that differ in data, features, model or training.
    /// </exception>
    public Comparison(IReadOnlyList<Run> runs)
    {
        Check(runs);
        _runs = [.. runs.OrderBy(Strictness)];
        Table = LeakTable.Of(
            [.. _runs.Select(run => new SplitResult(run.SplitName, run.Manifest.SplitDescription, run.Predictions))]);
    }

    /// <summary>The scores, and what the looser splits say more than the strictest.</summary>
    public LeakTable Table { get; }

    /// <summary>The verdict in one sentence.</summary>
    public string Verdict
    {
        get
        {
            var (loose, strict, leak) = (Table.Rows[0], Table.Rows[^1], Table.Leaks[0].Accuracy);
            var said = $"{Saying(loose)}, {Saying(strict)}";
            return leak switch
            {
                { Low: > 0 } => $"{said}: {Wording.Text(100 * leak.Value, "0")} points of the result were leak.",
                { High: < 0 } => $"{said}: the stricter split scores higher, no leak shows.",
                _ => $"{said}: the difference is within chance, no leak shows.",
            };
        }
    }

    /// <summary>The table as bars with intervals.</summary>
    public Figure Figure() => LeakFigure.Of(
        $"{CorpusReader.Title(_runs[0].Manifest.Data.Corpus)}: is it real?",
        [.. Table.Rows.Select(row => Bar(row.Name, row.Accuracy))],
        leaks: Table.Leaks[0].Accuracy.Low > 0, chance: 1.0 / _runs[0].Predictions.Labels.Count, measure: "accuracy");

    private static LeakBar Bar(string name, Interval accuracy) =>
        new(name, accuracy.Value, accuracy.Low ?? accuracy.Value, accuracy.High ?? accuracy.Value);

    private static string Saying(LeakRow row)
    {
        var says = row.Name is "random split" or "split from a file" or "unseen corpus" ? "says" : "say";
        return $"{row.Name} {says} {Wording.Percent(row.Accuracy.Value)}";
    }

    private static int Strictness(Run run) => run.Manifest.Options.Split.Keeps switch
    {
        SplitKey.Corpus => 4,
        SplitKey.SpeakerAndPhrase => 3,
        SplitKey.Speaker => 2,
        SplitKey.Phrase => 1,
        _ => 0,
    };

    private static string Recipe(Run run) => Json.ToText(run.Manifest.Options with { Split = new SpeakerSplit() });

    private static void Check(IReadOnlyList<Run> runs)
    {
        var recipes = runs.Select(Recipe).Distinct().Count();
        var corpora = runs.Select(run => run.Manifest.Data.Hash).Distinct().Count();
        string[] problems =
        [
            .. corpora > 1 ? ["other recordings"] : Array.Empty<string>(),
            .. recipes > 1 ? ["other features, another model or other training"] : Array.Empty<string>(),
            .. runs.Select(Strictness).Distinct().Count() < 2 ? ["no other kind of split"] : Array.Empty<string>(),
        ];
        if (problems.Length > 0)
        {
            throw new BadOptionException(
                $"A leak is what the split alone changes, and these runs have {string.Join(", and ", problems)}.",
                "Name two or more runs of one recipe on one corpus, such as a random split and unseen speakers.");
        }
    }
}
