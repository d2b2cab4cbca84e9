using SerLab.Figures;

namespace SerLab.Reports;

/// <summary>A corpus in a few numbers.</summary>
/// <param name="Corpus">Its name.</param>
/// <param name="Recordings">Recordings that could be read.</param>
/// <param name="LeftOut">Recordings that could not be used.</param>
/// <param name="Speakers">Speakers.</param>
/// <param name="Emotions">Emotions.</param>
/// <param name="FewestOfAnEmotion">Clips of the rarest emotion.</param>
/// <param name="MostOfAnEmotion">Clips of the most frequent emotion.</param>
/// <param name="Minutes">Length of all.</param>
/// <param name="ShortestSeconds">Length of the shortest.</param>
/// <param name="MedianSeconds">The median length.</param>
/// <param name="LongestSeconds">Length of the longest.</param>
/// <param name="SampleRates">The sample rates that occur in Hz, rising.</param>
/// <param name="Channels">The numbers of channels that occur, rising.</param>
/// <param name="SameSpeakerNearby">
/// Share of nearest neighbours with the same speaker, 0..1; NaN where there are too few clips for a map.
/// </param>
/// <param name="SameSpeakerChance">What chance alone would give.</param>
/// <param name="SameEmotionNearby">Share of nearest neighbours with the same emotion.</param>
/// <param name="SameEmotionChance">What chance alone would give.</param>
public sealed record EdaSummary(
    string Corpus, int Recordings, int LeftOut, int Speakers, int Emotions, int FewestOfAnEmotion, int MostOfAnEmotion,
    double Minutes, double ShortestSeconds, double MedianSeconds, double LongestSeconds,
    IReadOnlyList<int> SampleRates, IReadOnlyList<int> Channels,
    double SameSpeakerNearby, double SameSpeakerChance, double SameEmotionNearby, double SameEmotionChance)
{
    internal static EdaSummary Of(CorpusSurvey survey, FeatureMap? map)
    {
        var clips = survey.Clips;
        var perEmotion = clips.CountBy(clip => clip.Utterance.Emotion).Select(pair => pair.Value).ToArray();
        return new EdaSummary(
            survey.Corpus.Name, clips.Count, survey.LeftOut.Count,
            clips.Select(clip => clip.Utterance.Speaker).Distinct().Count(), perEmotion.Length,
            perEmotion.Min(), perEmotion.Max(), clips.Sum(clip => clip.Seconds) / 60,
            clips.Min(clip => clip.Seconds), Spread.Of(clips.Select(clip => clip.Seconds)).Median,
            clips.Max(clip => clip.Seconds),
            [.. clips.Select(clip => clip.Rate).Distinct().Order()],
            [.. clips.Select(clip => clip.Channels).Distinct().Order()],
            map?.BySpeaker.Share ?? double.NaN, map?.BySpeaker.Chance ?? double.NaN,
            map?.ByEmotion.Share ?? double.NaN, map?.ByEmotion.Chance ?? double.NaN);
    }
}
