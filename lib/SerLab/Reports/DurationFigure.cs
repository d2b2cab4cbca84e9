using SerLab.Corpora;
using SerLab.Figures;

namespace SerLab.Reports;

/// <summary>How long the clips are, stacked by emotion.</summary>
public static class DurationFigure
{
    private const int MostSteps = 40;

    private static readonly double[] Widths = [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 60, 120, 300, 600, 3600];

    /// <summary>Draws a histogram with at most forty steps of a round width.</summary>
    /// <param name="title">Which corpus.</param>
    /// <param name="clips">Emotion and length in seconds of each clip, at least one.</param>
    /// <param name="note">What a reader must know, such as what was left out.</param>
    public static Figure Of(string title, IReadOnlyList<(string Emotion, double Seconds)> clips, string note = "")
    {
        var (shortest, longest) = (clips.Min(clip => clip.Seconds), clips.Max(clip => clip.Seconds));
        var width = Widths.FirstOrDefault(w => (longest - shortest) / w < MostSteps - 1, Widths[^1]);
        var first = Math.Floor(shortest / width + 1e-9);
        var steps = (int)(Math.Floor(longest / width + 1e-9) - first) + 1;
        var emotions = Emotions.InOrder(clips.Select(clip => clip.Emotion));
        return new(title, Finding(clips, emotions))
        {
            Note = note,
            Legend = Legend.Right,
            Panels =
            [
                new(new Axis("length in s") { HasGrid = false }, new Axis("clips"))
                {
                    Charts =
                    [
                        .. emotions.Select(emotion => new HistogramChart(
                            emotion, first * width, width, Counts(emotion), EmotionColours.Of(emotion))),
                    ],
                },
            ],
        };

        int[] Counts(string emotion)
        {
            var counts = new int[steps];
            foreach (var (_, seconds) in clips.Where(clip => clip.Emotion == emotion))
                counts[(int)(Math.Floor(seconds / width + 1e-9) - first)]++;
            return counts;
        }
    }

    private static string Finding(
        IReadOnlyList<(string Emotion, double Seconds)> clips, IReadOnlyList<string> emotions)
    {
        var all = Spread.Of(clips.Select(clip => clip.Seconds));
        var text = $"{Wording.Number(clips.Count, "clip")} of {Seconds(clips.Min(c => c.Seconds))} to " +
            $"{Seconds(clips.Max(c => c.Seconds))} s, median {Seconds(all.Median)} s, " +
            $"{Wording.Text(clips.Sum(c => c.Seconds) / 60, "0.0")} min in all";
        if (emotions.Count < 2)
            return $"{text}.";
        var medians = clips.GroupBy(clip => clip.Emotion, clip => clip.Seconds)
            .ToDictionary(group => group.Key, group => Spread.Of(group).Median);
        var (low, high) = (medians.MinBy(pair => pair.Value), medians.MaxBy(pair => pair.Value));
        return $"{text}; {low.Key} is shortest (median {Seconds(low.Value)} s), {high.Key} longest " +
            $"({Seconds(high.Value)} s).";
    }

    private static string Seconds(double seconds) => Wording.Text(seconds, "0.00");
}
