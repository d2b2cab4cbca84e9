using SerLab.Corpora;
using SerLab.Figures;

namespace SerLab.Reports;

/// <summary>How many clips each speaker gave, stacked by emotion.</summary>
public static class DistributionFigure
{
    /// <summary>Draws the counts; speakers in ordinal order, emotions in the common order.</summary>
    /// <param name="title">Which corpus.</param>
    /// <param name="clips">Emotion and speaker of each clip, at least one.</param>
    /// <param name="note">What a reader must know, such as what was left out.</param>
    public static Figure Of(string title, IEnumerable<(string Emotion, string Speaker)> clips, string note = "")
    {
        var counts = clips.CountBy(clip => clip).ToDictionary();
        string[] speakers = [.. counts.Keys.Select(clip => clip.Speaker).Distinct().Order(StringComparer.Ordinal)];
        var emotions = Emotions.InOrder(counts.Keys.Select(clip => clip.Emotion));
        var bars = emotions.Select(emotion => new BarChart(
            emotion,
            speakers,
            [.. speakers.Select(speaker => (double)counts.GetValueOrDefault((emotion, speaker)))],
            EmotionColours.Of(emotion))
        {
            Hover = "%{x}: %{y} clips",
        });
        return new(title, Finding(counts, speakers.Length, emotions))
        {
            Note = note,
            Legend = Legend.Right,
            Panels =
            [
                new(new Axis("speaker") { IsCategory = true, HasGrid = false }, new Axis("clips"))
                {
                    Charts = [.. bars],
                },
            ],
        };
    }

    private static string Finding(
        Dictionary<(string Emotion, string Speaker), int> counts, int speakers, IReadOnlyList<string> emotions)
    {
        var byEmotion = emotions
            .Select(emotion => (Emotion: emotion, Clips: Clips(emotion)))
            .OrderBy(pair => pair.Clips)
            .ToArray();
        var (fewest, most) = (byEmotion[0], byEmotion[^1]);
        var spread = fewest.Clips == most.Clips
            ? $"{Wording.Count(most.Clips)} of each"
            : $"from {Wording.Count(fewest.Clips)} ({fewest.Emotion}) to {Wording.Count(most.Clips)} ({most.Emotion})";
        return $"{Wording.Number(counts.Values.Sum(count => (long)count), "clip")} by " +
               $"{Wording.Number(speakers, "speaker")} in {Wording.Number(emotions.Count, "emotion")}, {spread}.";

        int Clips(string emotion) => counts.Where(pair => pair.Key.Emotion == emotion).Sum(pair => pair.Value);
    }
}
