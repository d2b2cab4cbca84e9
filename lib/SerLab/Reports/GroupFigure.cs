using SerLab.Evaluation;
using SerLab.Figures;

namespace SerLab.Reports;

/// <summary>A model's UAR on groups of clips, each a point with its interval; small groups are grey.</summary>
public static class GroupFigure
{
    /// <summary>More groups of a kind than this are not drawn: those with the lowest UAR are.</summary>
    public const int Most = 12;

    /// <summary>Draws a row a group, kind by kind, the lowest first; the title names the worst.</summary>
    /// <param name="title">What was tested.</param>
    /// <param name="groups">At least one.</param>
    /// <param name="uarOfAll">UAR on all clips, 0 to 1.</param>
    /// <param name="note">How the data were split.</param>
    public static Figure Of(string title, IReadOnlyList<GroupScore> groups, double uarOfAll, string note = "")
    {
        GroupScore[] rows = [.. groups.GroupBy(group => group.By).OrderBy(kind => kind.Count())
            .SelectMany(kind => kind.OrderBy(group => group.IsSmall).ThenBy(group => group.Uar).Take(Most))];
        var finding = Finding(groups, uarOfAll);
        var left = groups.Count - rows.Length;
        return new($"{title}: {finding}", $"{char.ToUpperInvariant(finding[0])}{finding[1..]}.")
        {
            Note = string.Join(' ', new[]
            {
                "95 % intervals over the clips of each group.",
                left > 0 ? $"{Wording.Number(left, "group")} with more UAR or fewer clips not shown." : "", note,
            }.Where(text => text.Length > 0)),
            Height = 230 + 26 * rows.Length,
            Width = 860,
            Legend = Legend.Top,
            Panels =
            [
                new(PercentAxis.Of("UAR", 1), Names(rows))
                {
                    Charts =
                    [
                        .. new[]
                        {
                            Series("not below all", Palette.Blue, 0, row => !row.IsSmall && !row.IsBelow),
                            Series("below all", Palette.Vermilion, 3, row => row.IsBelow),
                            Series($"small, fewer than {Groups.FewClips} clips", Theme.Line, 5, row => row.IsSmall),
                        }.Where(series => series.X.Count > 0),
                    ],
                    Marks =
                    [
                        new VerticalLine(uarOfAll, $"all {Wording.Percent(uarOfAll)}"),
                        .. rows.Select((row, place) => new RowLabel(
                            -place, $"{Wording.Percent(row.Uar)} of {Wording.Number(row.Clips, "clip")}", row.IsSmall)),
                    ],
                },
            ],
        };

        IntervalChart Series(string name, string colour, int symbol, Func<GroupScore, bool> isIn)
        {
            (int Place, GroupScore Row)[] own = [.. rows.Index().Where(one => isIn(one.Item))];
            return new(
                name, [.. own.Select(one => one.Row.Uar)],
                [.. own.Select(one => (one.Row.UarLow ?? double.NaN, one.Row.UarHigh ?? double.NaN))],
                [.. own.Select(one => -(double)one.Place)], colour, symbol)
            {
                Texts = [.. own.Select(one => $"{one.Row.Group}: UAR {Wording.Percent(one.Row.Uar, 1)}")],
            };
        }
    }

    /// <summary>The worst group of all kinds and whether it is so by more than noise, in a few words.</summary>
    /// <param name="groups">Of any kinds.</param>
    /// <param name="uarOfAll">UAR on all clips, 0 to 1.</param>
    public static string Finding(IReadOnlyList<GroupScore> groups, double uarOfAll)
    {
        GroupScore[] worst = [.. groups.GroupBy(group => group.By).Select(Groups.Worst).OfType<GroupScore>()];
        if (worst.Length == 0)
        {
            return "the groups are too small to tell apart";
        }
        var lowest = worst.OrderByDescending(group => group.IsBelow).ThenBy(group => group.Uar).First();
        var verdict = lowest.IsBelow ? "below" : "within noise of";
        return $"{lowest.By} {lowest.Group} is worst, UAR {Wording.Percent(lowest.Uar)}, {verdict} "
            + $"the {Wording.Percent(uarOfAll)} of all";
    }

    private static Axis Names(GroupScore[] rows) => new()
    {
        Range = (0.4 - rows.Length, 1.4),
        Ticks = [.. rows.Select((row, place) => (-(double)place, $"{row.By} {Short(row.Group)}"))],
        HasGrid = false,
    };

    private static string Short(string name) => name.Length <= 28 ? name : $"{name[..27]}…";
}
