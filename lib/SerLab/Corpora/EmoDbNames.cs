using System.Text.RegularExpressions;

namespace SerLab.Corpora;

/// <summary>
/// EMO-DB, the Berlin Database of Emotional Speech (Burkhardt et al., Interspeech 2005): speaker, sentence code,
/// emotion letter of the German word, version, as in <c>03a01Fa</c>.
/// </summary>
public sealed partial class EmoDbNames : ICorpusNames
{
    /// <inheritdoc/>
    public string Corpus => "emo-db";

    /// <inheritdoc/>
    public string Example => "03a01Fa (speaker, sentence, emotion: W L E A F T N, version)";

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

        var speaker = name.Groups["speaker"].Value;
        var word = name.Groups["emotion"].Value;
        return new Utterance(id, file, Corpus, speaker, Label(word), word)
        {
            Sex = speaker is "03" or "10" or "11" or "12" or "15" ? Sex.Male : Sex.Female,
            Phrase = name.Groups["sentence"].Value,
            Take = name.Groups["version"].Value,
        };
    }

    private static string Label(string letter) => letter switch
    {
        "W" => "angry", // Wut
        "L" => "boredom", // Langeweile
        "E" => "disgust", // Ekel
        "A" => "fear", // Angst
        "F" => "happy", // Freude
        "T" => "sad", // Trauer
        _ => "neutral",
    };

    [GeneratedRegex("^(?<speaker>03|08|09|1[0-6])(?<sentence>[ab][0-9]{2})(?<emotion>[WLEAFTN])(?<version>[a-z])$")]
    private static partial Regex Name();

    [GeneratedRegex("^wav$", RegexOptions.IgnoreCase)]
    private static partial Regex Folder();
}
