using SerLab.Audio;
using SerLab.Corpora;
using SerLab.Tests.Files;

namespace SerLab.Tests.Features;

/// <summary>Small recordings on disk: each emotion has its pitch and each speaker some noise of their own.</summary>
internal static class Recordings
{
    public const int Rate = 22050;

    private static readonly string[] Words = ["neutral", "happy", "sad", "angry"];

    /// <summary>A corpus in <paramref name="folder"/>: every speaker says every phrase in every emotion.</summary>
    public static Corpus Corpus(
        TemporaryFolder folder, int speakers = 3, int phrases = 4, int emotions = 2, double seconds = 0.4)
    {
        var utterances =
            from s in Enumerable.Range(0, speakers)
            from e in Enumerable.Range(0, emotions)
            from p in Enumerable.Range(0, phrases)
            select Write(folder, $"S{s}-{Words[e]}-{p}", s, e, p, seconds);
        return new Corpus(
            "tones", folder.Root, [.. utterances.OrderBy(u => u.Id, StringComparer.Ordinal)], []);
    }

    public static Utterance At(string file, string emotion = "neutral") =>
        new(Path.GetFileNameWithoutExtension(file), file, "tones", "S0", emotion, emotion) { Phrase = "x" };

    public static Clip Tone(double hz, double noise, int seed, double seconds)
    {
        var random = new Random(seed);
        return new Clip(
            [.. Enumerable.Range(0, (int)(seconds * Rate)).Select(n => (float)(
                0.4 * Math.Sin(2 * Math.PI * hz * n / Rate) + noise * (random.NextDouble() - 0.5)))], Rate, "tone");
    }

    private static Utterance Write(
        TemporaryFolder folder, string id, int speaker, int emotion, int phrase, double seconds)
    {
        var seed = 100 * speaker + 10 * emotion + phrase;
        AudioFile.Write(folder[$"{id}.wav"], Tone(400 * (emotion + 1) + 5 * phrase, 0.01 * (speaker + 1), seed, seconds));
        return new Utterance(id, folder[$"{id}.wav"], "tones", $"S{speaker}", Words[emotion], Words[emotion])
        {
            Phrase = $"word {phrase}",
        };
    }
}
