using System.Text.RegularExpressions;

namespace SerLab.Corpora;

/// <summary>
/// RAVDESS, speech and song (doi:10.5281/zenodo.1188976): seven two-digit codes, as in <c>03-01-05-01-02-01-01</c>:
/// modality (01 with picture, 03 sound only; 02 has no sound and is not read), channel, emotion, intensity,
/// statement, repetition, actor. Odd actors are men.
/// </summary>
public sealed partial class RavdessNames : ICorpusNames
{
    private static readonly string[] Words =
        ["neutral", "calm", "happy", "sad", "angry", "fearful", "disgust", "surprised"];

    /// <inheritdoc/>
    public string Corpus => "ravdess";

    /// <inheritdoc/>
    public string Example =>
        "03-01-05-01-02-01-01 (modality, channel, emotion, intensity, statement, repetition, actor)";

    /// <inheritdoc/>
    public Regex PartFolder { get; } = Folder();

    /// <inheritdoc/>
    public Utterance? Parse(string id, string file)
    {
        var name = Name().Match(CorpusFiles.Stem(id));
        if (!name.Success)
        {
            return null;
        }

        var actor = Code(name, "actor");
        var word = Words[Code(name, "emotion") - 1];
        return new Utterance(id, file, Corpus, $"Actor_{actor:00}", EmotionWords.ToLabel(word), word)
        {
            Sex = actor % 2 == 1 ? Sex.Male : Sex.Female,
            Channel = Code(name, "channel") == 1 ? "speech" : "song",
            Intensity = Code(name, "intensity") == 1 ? "normal" : "strong",
            Phrase = Code(name, "statement") == 1 ? "Kids are talking by the door" : "Dogs are sitting by the door",
            Take = Code(name, "repetition").ToString("00"),
        };
    }

    private static int Code(Match name, string part) => name.Groups[part].Value[1] - '0'
        + 10 * (name.Groups[part].Value[0] - '0');

    [GeneratedRegex("^0[13]-(?<channel>0[12])-(?<emotion>0[1-8])-(?<intensity>0[12])-(?<statement>0[12])"
        + "-(?<repetition>0[12])-(?<actor>0[1-9]|1[0-9]|2[0-4])$")]
    private static partial Regex Name();

    [GeneratedRegex("^(Actor_[0-9]{2}|Audio_(Speech|Song)_Actors.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Folder();
}
