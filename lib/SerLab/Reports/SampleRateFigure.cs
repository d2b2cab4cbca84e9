using SerLab.Figures;

namespace SerLab.Reports;

/// <summary>How many clips have which sample rate, for corpora that have more than one.</summary>
public static class SampleRateFigure
{
    /// <summary>Draws the counts, rates rising.</summary>
    /// <param name="title">Which corpus.</param>
    /// <param name="rates">The rate of each clip in Hz, at least one.</param>
    /// <param name="note">What a reader must know, such as what was left out.</param>
    public static Figure Of(string title, IReadOnlyList<int> rates, string note = "")
    {
        var counts = rates.CountBy(rate => rate).OrderBy(pair => pair.Key).ToArray();
        string[] names = [.. counts.Select(pair => Name(pair.Key))];
        double[] heights = [.. counts.Select(pair => (double)pair.Value)];
        return new(title, Finding(rates.Count, counts))
        {
            Note = note,
            Panels =
            [
                new(
                    new Axis("sample rate") { IsCategory = true, HasGrid = false },
                    new Axis("clips") { Range = (0, 1.12 * heights.Max()) })
                {
                    Charts =
                    [
                        new BarChart("clips", names, heights, Palette.Blue) { Hover = "%{x}: %{y}<extra></extra>" },
                        new TextChart(names, heights, [.. heights.Select(n => Wording.Count((long)n))]),
                    ],
                },
            ],
        };
    }

    private static string Finding(int clips, KeyValuePair<int, int>[] counts)
    {
        var most = counts.MaxBy(pair => pair.Value);
        var share = $"{Wording.Number(clips, "clip")} at {Wording.Number(counts.Length, "sample rate")}, " +
            $"{Wording.Percent((double)most.Value / clips)} at {Name(most.Key)}";
        return counts.Length == 1 ? $"{share}." : $"{share}; the lowest is {Name(counts[0].Key)}, so nothing above " +
            $"{Wording.Count(counts[0].Key / 2)} Hz is in all of them.";
    }

    private static string Name(int rate) => $"{Wording.Count(rate)} Hz";
}
