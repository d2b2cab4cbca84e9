using FsCheck;
using FsCheck.Fluent;
using SerLab.Corpora;

namespace SerLab.Tests.Splits;

/// <summary>Corpora without recordings, regular and odd.</summary>
internal static class Shapes
{
    /// <summary>Every speaker says every phrase in every emotion.</summary>
    public static Corpus Full(int speakers, int phrases, params string[] emotions) => Of(
        from s in Enumerable.Range(1, speakers)
        from p in Enumerable.Range(1, phrases)
        from e in emotions
        select ($"S{s}", e, (string?)$"word {p}"));

    public static Corpus Of(params IEnumerable<(string Speaker, string Emotion, string? Phrase)> rows) => new(
        "shape", "here", [.. rows.Select((row, i) => Make($"u{i:0000}", row.Speaker, row.Emotion, row.Phrase))], []);

    /// <summary>The same with each utterance in the corpus that its speaker is given.</summary>
    public static Corpus InCorpora(this Corpus corpus, Func<string, string> corpusOf) => corpus with
    {
        Utterances = [.. corpus.Utterances.Select(u => u with { Corpus = corpusOf(u.Speaker) })],
    };

    public static Corpus Reversed(this Corpus corpus) =>
        corpus with { Utterances = [.. corpus.Utterances.Reverse()] };

    /// <summary>One speaker to nine, one emotion to four, some speakers with one emotion, huge imbalance.</summary>
    public static Arbitrary<Corpus> Odd { get; } = Arb.From(
        from count in Gen.Choose(1, 80)
        from speakers in Gen.Choose(1, 9)
        from emotions in Gen.Choose(1, 4)
        from skew in Gen.Elements(0, 60, 95)
        from narrow in Gen.Elements(false, true)
        from rows in Gen.Choose(0, 999_999).ListOf(count)
        from corpora in Gen.Choose(1, 4)
        select Of(rows.Select(n => Row(n, speakers, emotions, skew, narrow)))
            .InCorpora(speaker => $"corpus {speaker[^1] % corpora}"));

    private static (string, string, string?) Row(int n, int speakers, int emotions, int skew, bool narrow)
    {
        var speaker = n % 100 < skew ? 0 : n / 100 % speakers;
        var emotion = narrow ? speaker % emotions : n % 97 < skew ? 0 : n / 7 % emotions;
        return ($"S{speaker}", Emotions.Vocabulary[emotion], $"word {n % 6}");
    }

    private static Utterance Make(string id, string speaker, string emotion, string? phrase) =>
        new(id, $"here/{id}.wav", "shape", speaker, emotion, emotion) { Phrase = phrase };
}
