using SerLab.Corpora;
using SerLab.Evaluation;
using SerLab.Features;
using SerLab.Files;

namespace SerLab.Reports;

/// <summary>The tables of an overview.</summary>
internal static class EdaTables
{
    private static IReadOnlyList<FeatureRow> Measures => ClipMeasures.Rows;

    private static string[] Names => [.. Measures.Select(row => row.Name)];

    /// <summary>Writes them; gives the paths.</summary>
    public static IReadOnlyList<string> Write(EdaReport report, string folder)
    {
        var files = new List<string>();
        var clips = report.Survey.Clips;
        var emotions = Emotions.InOrder(clips.Select(clip => clip.Utterance.Emotion));
        Table("eda_summary.csv", ["measure", "value"], SummaryRows(report.Summary));
        Table("label_distribution.csv", ["emotion", "clips", "share"], emotions.Select(e => LabelRow(clips, e)));
        Table("class_balance.csv", ["speaker", .. emotions], BalanceRows(clips, emotions));
        Table("recordings.csv", ["file", "speaker", "emotion", "seconds", "sample_rate", "channels", .. Names.Skip(1)],
            clips.Select(RecordingRow));
        Table("mean_features_mfcc.csv", ["emotion", "clips", .. Names], emotions.Select(e => MeanRow(clips, e)));
        Table("left_out.csv", ["file", "reason"],
            report.Survey.LeftOut.Select(left => new object?[] { left.File, left.Reason }));
        if (report.Map is { } map)
        {
            Table("correlation.csv", ["feature", .. Names], CorrelationRows(clips));
            Table("map.csv", ["file", "speaker", "emotion", "pca_1", "pca_2", "tsne_1", "tsne_2"],
                map.Clips.Select((clip, i) => MapRow(clip, map.Pca.Scores[i], map.Tsne.Places[i])));
        }
        return files;

        void Table(string name, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<object?>> rows)
        {
            files.Add(Path.Combine(folder, name));
            Csv.WriteRows(files[^1], header, rows);
        }
    }

    private static IEnumerable<object?[]> SummaryRows(EdaSummary s) =>
    [
        ["corpus", s.Corpus], ["recordings", s.Recordings], ["left_out", s.LeftOut], ["speakers", s.Speakers],
        ["emotions", s.Emotions], ["fewest_of_an_emotion", s.FewestOfAnEmotion],
        ["most_of_an_emotion", s.MostOfAnEmotion], ["minutes", s.Minutes], ["shortest_seconds", s.ShortestSeconds],
        ["median_seconds", s.MedianSeconds], ["longest_seconds", s.LongestSeconds],
        ["sample_rates", string.Join(' ', s.SampleRates)], ["channels", string.Join(' ', s.Channels)],
        ["same_speaker_nearby", s.SameSpeakerNearby], ["same_speaker_chance", s.SameSpeakerChance],
        ["same_emotion_nearby", s.SameEmotionNearby], ["same_emotion_chance", s.SameEmotionChance],
    ];

    private static object?[] LabelRow(IReadOnlyList<ClipFacts> clips, string emotion)
    {
        var count = clips.Count(clip => clip.Utterance.Emotion == emotion);
        return [emotion, count, (double)count / clips.Count];
    }

    private static IEnumerable<object?[]> BalanceRows(IReadOnlyList<ClipFacts> clips, IReadOnlyList<string> emotions)
    {
        var counts = clips.CountBy(clip => (clip.Utterance.Speaker, clip.Utterance.Emotion)).ToDictionary();
        return clips.Select(clip => clip.Utterance.Speaker).Distinct().Order(StringComparer.Ordinal)
            .Select(speaker => (object?[])
                [speaker, .. emotions.Select(emotion => (object?)counts.GetValueOrDefault((speaker, emotion)))]);
    }

    private static object?[] RecordingRow(ClipFacts clip) =>
    [
        clip.Utterance.File, clip.Utterance.Speaker, clip.Utterance.Emotion, clip.Seconds, clip.Rate, clip.Channels,
        .. clip.Measures.Skip(1).Cast<object?>(),
    ];

    private static object?[] MeanRow(IReadOnlyList<ClipFacts> clips, string emotion)
    {
        var own = clips.Where(clip => clip.Utterance.Emotion == emotion).ToArray();
        return
        [
            emotion, own.Length,
            .. Enumerable.Range(0, Measures.Count).Select(row => (object?)own.Select(clip => clip.Measures[row])
                .Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Average()),
        ];
    }

    private static IEnumerable<object?[]> CorrelationRows(IReadOnlyList<ClipFacts> clips)
    {
        var correlations = Columns.Correlations([.. clips.Select(clip => clip.Measures)]);
        return Names.Select((name, row) => (object?[])
            [name, .. Enumerable.Range(0, Measures.Count).Select(column => (object?)correlations[row, column])]);
    }

    private static object?[] MapRow(ClipFacts clip, double[] pca, double[] tsne) =>
        [clip.Utterance.File, clip.Utterance.Speaker, clip.Utterance.Emotion, pca[0], pca[1], tsne[0], tsne[1]];
}
