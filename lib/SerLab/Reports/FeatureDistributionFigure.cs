using SerLab.Corpora;
using SerLab.Figures;

namespace SerLab.Reports;

/// <summary>One number a clip, to be held against the emotions.</summary>
/// <param name="Name">What it is: "level".</param>
/// <param name="Unit">Its unit, empty for a plain number.</param>
/// <param name="Values">The number of each clip; NaN where a clip has none.</param>
public sealed record ClipColumn(string Name, string Unit, IReadOnlyList<double> Values);

/// <summary>How features differ from emotion to emotion: a panel a feature, a box and some clips an emotion.</summary>
public static class FeatureDistributionFigure
{
    private const int PanelHeight = 160;
    private const int MostPoints = 40; // an emotion and panel; more would only make the picture large
    private const double BoxPlace = -0.18, PointsFrom = 0.04, PointsTo = 0.36;

    /// <summary>Draws the features.</summary>
    /// <param name="title">Which corpus.</param>
    /// <param name="emotions">The emotion of each clip, at least one clip.</param>
    /// <param name="columns">The features, at least one.</param>
    /// <param name="note">What a reader must know; what boxes and points mean is added.</param>
    public static Figure Of(
        string title, IReadOnlyList<string> emotions, IReadOnlyList<ClipColumn> columns, string note = "")
    {
        var names = Emotions.InOrder(emotions);
        var x = new Axis
        {
            Range = (-0.5, names.Count - 0.5),
            Ticks = [.. names.Select((name, i) => ((double)i, name))],
            HasGrid = false,
        };
        return new(title, Finding(emotions, names, columns))
        {
            Note = $"{note} Boxes: the middle half of clips and the median; whiskers: 5 to 95 %.".TrimStart(),
            Width = Math.Max(760, 100 + 88 * names.Count),
            Height = 140 + PanelHeight * columns.Count,
            Panels =
            [
                .. columns.Select(column => new Panel(x, new Axis())
                {
                    Marks = [new PanelTitle(Words(column))],
                    Charts = [.. names.SelectMany((name, i) => Drawn(name, i, Of(emotions, column, name)))],
                }),
            ],
        };
    }

    private static string Words(ClipColumn column) =>
        column.Unit.Length == 0 ? column.Name : $"{column.Name} in {column.Unit}";

    private static IEnumerable<IChart> Drawn(string emotion, int place, double[] values)
    {
        if (values.Length == 0)
            yield break;
        var colour = EmotionColours.Of(emotion);
        var shown = Thinned(values);
        yield return new PointsChart(emotion, [.. shown.Select((_, i) => place + Beside(i))], shown, colour)
        {
            Size = 5,
            Opacity = 0.7,
            IsInLegend = false,
        };
        yield return new BoxChart(emotion, place + BoxPlace, Spread.Of(values), colour);
    }

    // Even steps through the sorted numbers keep their spread.
    private static double[] Thinned(double[] values)
    {
        var sorted = values.Order().ToArray();
        var count = Math.Min(MostPoints, sorted.Length);
        return [.. Enumerable.Range(0, count).Select(i => sorted[(int)((i + 0.5) * sorted.Length / count)])];
    }

    // Neighbours in height stand far apart: multiples of the golden ratio fill a line evenly.
    private static double Beside(int i) => PointsFrom + (PointsTo - PointsFrom) * (i * 0.6180339887 % 1);

    private static double[] Of(IReadOnlyList<string> emotions, ClipColumn column, string emotion) =>
        [.. column.Values.Where((value, i) => emotions[i] == emotion && !double.IsNaN(value))];

    private static string Finding(
        IReadOnlyList<string> emotions, IReadOnlyList<string> names, IReadOnlyList<ClipColumn> columns)
    {
        var best = columns.MaxBy(column => Explained(emotions, column))!;
        var medians = names.Select(name => (Name: name, Values: Of(emotions, best, name)))
            .Where(group => group.Values.Length > 0)
            .Select(group => (group.Name, Median: Spread.Of(group.Values).Median)).ToArray();
        if (medians.Length < 2)
            return $"{Wording.Number(emotions.Count, "clip")} of {Wording.Number(names.Count, "emotion")}: " +
                "there is nothing to compare.";
        var (low, high) = (medians.MinBy(m => m.Median), medians.MaxBy(m => m.Median));
        return $"Of {Wording.Number(columns.Count, "feature")}, {best.Name} differs most between emotions, which " +
            $"explain {Wording.Percent(Explained(emotions, best))} of its variance: from a median of " +
            $"{Said(low.Median)} ({low.Name}) to {Said(high.Median)} ({high.Name}).";

        string Said(double value) => $"{Wording.Short(value)} {best.Unit}".TrimEnd();
    }

    // The share of the variance that lies between emotions (eta squared), 0..1; 0 for a constant column.
    private static double Explained(IReadOnlyList<string> emotions, ClipColumn column)
    {
        var groups = emotions.Zip(column.Values).Where(clip => !double.IsNaN(clip.Second))
            .GroupBy(clip => clip.First, clip => clip.Second).ToArray();
        var all = groups.SelectMany(group => group).ToArray();
        if (all.Length == 0)
            return 0;
        var mean = all.Average();
        var total = all.Sum(value => (value - mean) * (value - mean));
        return total > 0 ? groups.Sum(g => g.Count() * Math.Pow(g.Average() - mean, 2)) / total : 0;
    }
}
