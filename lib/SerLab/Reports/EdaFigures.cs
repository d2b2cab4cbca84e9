using SerLab.Corpora;
using SerLab.Evaluation;

namespace SerLab.Reports;

/// <summary>The figures of an overview.</summary>
internal static class EdaFigures
{
    public static IEnumerable<NamedFigure> Of(CorpusSurvey survey, FeatureMap? map)
    {
        var (corpus, clips) = (CorpusReader.Title(survey.Corpus.Name), survey.Clips);
        var note = survey.LeftOut.Count == 0 ? "" : $"{Wording.Number(survey.LeftOut.Count, "recording")} left out.";
        string[] emotions = [.. clips.Select(clip => clip.Utterance.Emotion)];
        var spoken = clips.Select(clip => (clip.Utterance.Emotion, clip.Utterance.Speaker));
        yield return new("emotion_bar_plot", EmotionBarFigure.Of($"{corpus}: clips by emotion", emotions, note));
        yield return new("class_balance", DistributionFigure.Of($"{corpus}: clips by speaker and emotion", spoken, note));
        yield return new("audio_duration", DurationFigure.Of(
            $"{corpus}: length of clips", [.. clips.Select(c => (c.Utterance.Emotion, c.Seconds))], note));
        if (clips.Select(clip => clip.Rate).Distinct().Count() > 1)
        {
            yield return new("sample_rates", SampleRateFigure.Of(
                $"{corpus}: sample rates", [.. clips.Select(clip => clip.Rate)], note));
        }
        yield return new("feature_distributions", FeatureDistributionFigure.Of(
            $"{corpus}: features by emotion", emotions,
            [.. ClipMeasures.Shown.Select(shown => Column(clips, shown))], note));
        if (map is null)
        {
            yield break;
        }
        yield return new("correlation_heatmap", CorrelationFigure.Of(
            $"{corpus}: which features go together", [.. ClipMeasures.Rows.Select(row => row.Name)],
            Columns.Correlations([.. clips.Select(clip => clip.Measures)]),
            $"Colour: correlation of the means of each clip, −1 to 1. {note}".TrimEnd()));
        yield return new("map_pca", Pca($"{corpus}: map of clips by their features (PCA)", survey, map, note));
        yield return new("map_tsne", Tsne($"{corpus}: map of clips by their features (t-SNE)", survey, map, note));
    }

    private static ClipColumn Column(IReadOnlyList<ClipFacts> clips, (string Row, string Name, string Unit) shown)
    {
        var row = ClipMeasures.Rows.Index().First(r => r.Item.Name == shown.Row).Index;
        return new ClipColumn(shown.Name, shown.Unit, [.. clips.Select(clip => clip.Measures[row])]);
    }

    private static Figures.Figure Pca(string title, CorpusSurvey survey, FeatureMap map, string note)
    {
        var shares = map.Pca.Shares;
        return MapFigure.Of(
            title, Points(map, map.Pca.Scores), map.BySpeaker, map.ByEmotion,
            $"Two directions hold {Wording.Percent(shares[0] + shares[1])} of the variance.",
            ($"component 1 ({Wording.Percent(shares[0])} of variance)", $"component 2 ({Wording.Percent(shares[1])})"),
            $"{Features(survey)}. {Drawn(map)}{note}".TrimEnd());
    }

    private static Figures.Figure Tsne(string title, CorpusSurvey survey, FeatureMap map, string note) => MapFigure.Of(
        title, Points(map, map.Tsne.Places), map.BySpeaker, map.ByEmotion, "", ("", ""),
        $"{Features(survey)}; perplexity {Wording.Short(map.Perplexity)}, divergence " +
        $"{Wording.Short(map.Tsne.Divergence)}. Only nearness counts. {Drawn(map)}{note}".TrimEnd());

    private static string Features(CorpusSurvey survey) =>
        $"Features: {survey.Set.Options.Set}, power in dB, standardised";

    private static string Drawn(FeatureMap map) => map.Clips.Count == map.Total
        ? ""
        : $"{Wording.Count(map.Clips.Count)} of {Wording.Count(map.Total)} clips, drawn by speaker and emotion. ";

    private static MapPoint[] Points(FeatureMap map, double[][] places) =>
        [.. map.Clips.Zip(places, (clip, place) => new MapPoint(
            place[0], place[1], clip.Utterance.Emotion, clip.Utterance.Speaker, Path.GetFileName(clip.Utterance.Id)))];
}
