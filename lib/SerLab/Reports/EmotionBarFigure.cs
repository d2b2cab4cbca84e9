using SerLab.Corpora;
using SerLab.Figures;

namespace SerLab.Reports;

/// <summary>How many clips each emotion has.</summary>
public static class EmotionBarFigure
{
    /// <summary>Draws the counts in the common order of emotions.</summary>
    /// <param name="title">Which corpus.</param>
    /// <param name="emotions">The emotion of each clip, at least one.</param>
    /// <param name="note">What a reader must know, such as what was left out.</param>
    public static Figure Of(string title, IReadOnlyList<string> emotions, string note = "")
    {
        var counts = emotions.CountBy(emotion => emotion).ToDictionary();
        var names = Emotions.InOrder(counts.Keys);
        double[] heights = [.. names.Select(name => (double)counts[name])];
        var bars = new BarChart("clips", names, heights, [.. names.Select(EmotionColours.Of)])
        {
            Hover = "%{x}: %{y} clips<extra></extra>",
        };
        return new(title, Finding(names, counts))
        {
            Note = note,
            Panels =
            [
                new(
                    new Axis { IsCategory = true, HasGrid = false },
                    new Axis("clips") { Range = (0, 1.12 * heights.Max()) })
                {
                    Charts = [bars, new TextChart(names, heights, [.. heights.Select(n => Wording.Count((long)n))])],
                },
            ],
        };
    }

    private static string Finding(IReadOnlyList<string> names, Dictionary<string, int> counts)
    {
        var (total, fewest, most) = (counts.Values.Sum(), names.MinBy(n => counts[n])!, names.MaxBy(n => counts[n])!);
        var all = $"{Wording.Number(total, "clip")} in {Wording.Number(names.Count, "emotion")}";
        return counts[fewest] == counts[most]
            ? $"{all}, {Wording.Count(counts[most])} of each: the classes are balanced."
            : $"{all}, from {Share(fewest)} to {Share(most)}: whoever always says {most} is right in " +
              $"{Wording.Percent((double)counts[most] / total)} of clips.";

        string Share(string name) =>
            $"{Wording.Count(counts[name])} {name} ({Wording.Percent((double)counts[name] / total)})";
    }
}
