using SerLab.Evaluation;
using SerLab.Figures;

namespace SerLab.Reports.Claims;

/// <summary>What was claimed beside what comes out, a row a claim (or a network that a claim compares).</summary>
public static class ClaimsFigure
{
    private sealed record Row(string Name, double? Claimed, ClaimScore Published, ClaimScore Honest, string Label);

    /// <summary>Draws the claims that were run, the first on top; null where none was.</summary>
    public static Figure? Of(IReadOnlyList<ClaimResult> results)
    {
        Row[] rows = [.. results.SelectMany(Rows)];
        return rows.Length == 0 ? null : new("Claimed, and what comes out", Finding(results))
        {
            Note = "accuracy (UAR where models are compared), 95 % intervals",
            Width = 900,
            Height = 216 + 44 * rows.Length,
            Legend = Legend.Top,
            Panels =
            [
                new(PercentAxis.Of("recognised", 1), Names(rows))
                {
                    Charts =
                    [
                        Points("claimed", Theme.Text, 4, row => row.Claimed is { } claimed
                            ? new Interval(claimed, null, null, "", 0) : null),
                        Points("as published", Palette.Vermilion, 3, row => row.Published.Value),
                        Points("unseen speakers", Palette.Blue, 0, row => row.Honest.Value),
                    ],
                    Marks = [.. rows.Select((row, place) => new RowLabel(-place, row.Label))],
                },
            ],
        };

        IntervalChart Points(string name, string colour, int symbol, Func<Row, Interval?> of)
        {
            (int Place, Row Row, Interval Value)[] own =
            [
                .. rows.Select((row, place) => (place, row, Value: of(row))).Where(one => one.Value is not null)
                    .Select(one => (one.place, one.row, one.Value!)),
            ];
            return new(
                name, [.. own.Select(one => one.Value.Value)],
                [.. own.Select(one => (one.Value.Low ?? double.NaN, one.Value.High ?? double.NaN))],
                [.. own.Select(one => -(double)one.Place)], colour, symbol)
            {
                Texts = [.. own.Select(one => $"{one.Row.Name}, {name}: {ClaimText.Percent(one.Value)}")],
            };
        }
    }

    private static IEnumerable<Row> Rows(ClaimResult result)
    {
        if (result is { Published: { } published, Honest: { } honest })
        {
            yield return new Row(Name(result), Claimed(result), published, honest, result.Verdict.Words());
        }
        foreach (var model in result.Models)
        {
            yield return new Row($"{Name(result)}: {model.Name}", null, model.Published, model.Honest, "");
        }
    }

    // On another corpus the claimed number is no measure.
    private static double? Claimed(ClaimResult result) =>
        result.Trial!.IsOtherCorpus ? null : result.Claim.Main?.Measure;

    private static string Name(ClaimResult result) => $"{result.Id}, {result.Trial!.Corpus}";

    private static Axis Names(Row[] rows) => new()
    {
        Range = (0.6 - rows.Length, 1),
        Ticks = [.. rows.Select((row, place) => (-(double)place, row.Name))],
        HasGrid = false,
    };

    private static string Finding(IReadOnlyList<ClaimResult> results)
    {
        var run = results.Where(result => result.Trial is not null).ToArray();
        var counts = run.CountBy(result => result.Verdict).OrderBy(pair => pair.Key)
            .Select(pair => $"{pair.Value} {pair.Key.Words()}");
        var said = run.Where(result => result.Published is not null).Select(result =>
            $"{Name(result)} {Wording.Percent(result.Published!.Value.Value, 1)} as published, " +
            $"{Wording.Percent(result.Honest!.Value.Value, 1)} for unseen speakers");
        return $"{Wording.Number(run.Length, "claim")}: {string.Join(", ", counts)}. {string.Join("; ", said)}"
            .TrimEnd() + ".";
    }
}
