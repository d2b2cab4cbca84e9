using SerLab.Evaluation;
using SerLab.Files;

namespace SerLab.Reports;

/// <summary>The price of a leak in words and tables.</summary>
internal static class LeakPriceText
{
    private static readonly string[] Header =
        ["training has", "training clips", "accuracy %", "UAR %", "over seeds", "step", "lost in all"];

    private static readonly string[] Columns =
    [
        "name", "split", "train_clips", "accuracy", "accuracy_low", "accuracy_high", "uar", "uar_low", "uar_high",
        "uar_seeds_mean", "uar_seeds_deviation", "step", "step_low", "step_high", "lost", "lost_low", "lost_high",
    ];

    public static string Verdict(LeakPrice price)
    {
        var (loose, strict) = (price.Rungs[0], price.Rungs[^1]);
        var said = $"{loose.Name} {Wording.Percent(loose.Uar.Value)}, {strict.Name} {Wording.Percent(strict.Uar.Value)}";
        return strict.Lost switch
        {
            { Low: > 0 } lost => $"{said}: {Points(lost)} points of the UAR were leak{Parts(price)}.",
            { High: < 0 } => $"{said}: the strictest split scores higher, no leak shows.",
            _ => $"{said}: the difference is within chance, no leak shows.",
        };
    }

    public static string Render(LeakPrice price)
    {
        var rows = price.Rungs.Select(rung => new[]
        {
            Heard(rung.Name), Wording.Text(rung.TrainClips, "0"), TextTable.Percent(rung.Accuracy with { Low = null }),
            TextTable.Percent(rung.Uar), Spread(rung.UarOverSeeds),
            rung.Step is { } step ? TextTable.Percent(step) : "", rung.Lost is { } lost ? TextTable.Percent(lost) : "",
        });
        return $"{TextTable.Render(Header, 1, [.. rows])}\n{string.Join('\n', price.Notes)}\n";
    }

    public static IReadOnlyList<string> Notes(IReadOnlyList<PriceRung> rungs, ResampledUnit unit)
    {
        var notes = new List<string>
        {
            $"Square brackets: {rungs[0].Uar.Method}; steps and losses are points of UAR, paired clip by clip.",
            "Every row tests the same clips; training clips are as many in every row, so the rows differ in what " +
            "training has heard alone.",
        };
        if (unit == ResampledUnit.Clips)
        {
            notes.Add("Too few speakers to draw speakers: the brackets say nothing of other speakers.");
        }
        return notes;
    }

    public static void WriteCsv(LeakPrice price, string path) =>
        Csv.WriteRows(path, Columns, price.Rungs.Select(rung => new object?[]
        {
            rung.Name, rung.Split, rung.TrainClips, rung.Accuracy.Value, rung.Accuracy.Low, rung.Accuracy.High,
            rung.Uar.Value, rung.Uar.Low, rung.Uar.High, rung.UarOverSeeds.Mean, rung.UarOverSeeds.Deviation,
            rung.Step?.Value, rung.Step?.Low, rung.Step?.High, rung.Lost?.Value, rung.Lost?.Low, rung.Lost?.High,
        }));

    /// <summary>What training has heard of the test clips, for the name of a split.</summary>
    public static string Heard(string name) => name switch
    {
        "random split" => "heard speakers and phrases",
        "unseen phrases" => "not heard the phrases",
        "unseen speakers" => "not heard the speakers",
        _ => "heard neither",
    };

    // A step that is not more than noise is not named.
    private static string Parts(LeakPrice price)
    {
        var parts = price.Rungs.Skip(1).Where(rung => rung.Lost is { Low: > 0 })
            .Select(rung => $"{rung.Name} {(rung.Name.EndsWith('s') ? "cost" : "costs")} {Points(rung.Lost!)}").ToList();
        return parts.Count > 1 ? $" ({string.Join(", ", parts)})" : "";
    }

    private static string Points(Interval difference) => Wording.Text(100 * difference.Value, "0");

    private static string Spread(SeedSpread spread) => double.IsNaN(spread.Deviation)
        ? "-"
        : FormattableString.Invariant($"{100 * spread.Mean:0.0} ± {100 * spread.Deviation:0.0}");
}
