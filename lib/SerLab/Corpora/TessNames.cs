using System.Text.RegularExpressions;

namespace SerLab.Corpora;

/// <summary>
/// TESS (doi:10.5683/SP2/E8H2MF) and anything laid out like it: speaker code, target word, emotion, as in
/// <c>OAF_back_angry</c>. Folders play no part, so both of their spellings and a flat folder are read.
/// <c>OA_bite_neutral</c> is misnamed in the corpus itself and belongs to OAF. The sex of speakers other than TESS's
/// own two comes from <c>speakers.csv</c> (speaker, sex).
/// </summary>
public sealed partial class TessNames : ICorpusNames
{
    /// <inheritdoc/>
    public string Corpus => "tess";

    /// <inheritdoc/>
    public string Example => "OAF_back_angry (speaker, word, emotion: angry disgust fear happy neutral ps sad)";

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

        var speaker = name.Value == "OA_bite_neutral" ? "OAF" : name.Groups["speaker"].Value;
        var word = name.Groups["emotion"].Value;
        return new Utterance(id, file, Corpus, speaker, EmotionWords.ToLabel(word), word)
        {
            Phrase = name.Groups["word"].Value,
            Sex = speaker is "OAF" or "YAF" ? Sex.Female : null,
        };
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, Sex> SexOfSpeakers(string folder) =>
        SpeakerTable.Read(folder, "speakers.csv", "speaker", "sex");

    [GeneratedRegex("^(?<speaker>[A-Z][A-Z0-9]*)_(?<word>[^_]+)_(?<emotion>angry|disgust|fear|happy|neutral|ps|sad)$")]
    private static partial Regex Name();

    [GeneratedRegex("^[A-Z][A-Z0-9]*_(angry|disgust|fear|happy|neutral|ps|pleasant_surprised?|sad)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Folder();
}
