using System.Text.RegularExpressions;

namespace SerLab.Corpora;

/// <summary>
/// CREMA-D (github.com/CheyneyComputerScience/CREMA-D): actor, sentence code, emotion, intensity, as in
/// <c>1001_DFA_ANG_XX</c>. XX (and X, in one misnamed file of the corpus) is "not told". The names do not tell the
/// sex: it is read from <c>VideoDemographics.csv</c> when that lies in the folder or the one above.
/// </summary>
public sealed partial class CremaDNames : ICorpusNames
{
    /// <inheritdoc/>
    public string Corpus => "crema-d";

    /// <inheritdoc/>
    public string Example => "1001_DFA_ANG_XX (actor, sentence, emotion: ANG DIS FEA HAP NEU SAD, intensity)";

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

        var word = name.Groups["emotion"].Value;
        var intensity = name.Groups["intensity"].Value;
        return new Utterance(id, file, Corpus, name.Groups["actor"].Value, Label(word), word)
        {
            Phrase = name.Groups["sentence"].Value,
            Intensity = intensity[0] == 'X' ? null : intensity,
        };
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, Sex> SexOfSpeakers(string folder) =>
        SpeakerTable.Read(folder, "VideoDemographics.csv", "ActorID", "Sex");

    private static string Label(string word) => word switch
    {
        "ANG" => "angry",
        "DIS" => "disgust",
        "FEA" => "fear",
        "HAP" => "happy",
        "NEU" => "neutral",
        _ => "sad",
    };

    [GeneratedRegex("^(?<actor>1[0-9]{3})_(?<sentence>IEO|TIE|IOM|IWW|TAI|MTI|IWL|ITH|DFA|ITS|TSI|WSI)"
        + "_(?<emotion>ANG|DIS|FEA|HAP|NEU|SAD)_(?<intensity>XX?|LO|MD|HI)$")]
    private static partial Regex Name();

    [GeneratedRegex("^Audio(WAV|MP3)$", RegexOptions.IgnoreCase)]
    private static partial Regex Folder();
}
