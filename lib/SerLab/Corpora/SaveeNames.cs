using System.Text.RegularExpressions;

namespace SerLab.Corpora;

/// <summary>
/// SAVEE (Surrey Audio-Visual Expressed Emotion): four men; the letters of the emotion and a number, as in
/// <c>DC/a01</c> or, flat, <c>DC_a01</c>. The number counts within the emotion. Numbers 01 to 03 are the three
/// sentences that all emotions share, so their phrase is <c>common-01</c> …; every other phrase is <c>a04</c> and so
/// on, the same sentence for all speakers. The neutral recordings repeat sentences of the other emotions and the
/// names do not tell which, so a phrase-disjoint split cannot be proved on this corpus.
/// </summary>
public sealed partial class SaveeNames : ICorpusNames
{
    private const int CommonSentences = 3;

    /// <inheritdoc/>
    public string Corpus => "savee";

    /// <inheritdoc/>
    public string Example => "DC/a01 or DC_a01 (speaker DC JE JK KL, emotion: a d f h n sa su, number)";

    /// <inheritdoc/>
    public Regex PartFolder { get; } = Folder();

    /// <inheritdoc/>
    public Utterance? Parse(string id, string file)
    {
        var name = Name().Match(id);
        if (!name.Success)
        {
            return null;
        }

        var word = name.Groups["emotion"].Value;
        var number = name.Groups["number"].Value;
        return new Utterance(id, file, Corpus, name.Groups["speaker"].Value, Label(word), word)
        {
            Sex = Sex.Male,
            Phrase = int.Parse(number) <= CommonSentences ? $"common-{number}" : word + number,
        };
    }

    private static string Label(string word) => word switch
    {
        "a" => "angry",
        "d" => "disgust",
        "f" => "fear",
        "h" => "happy",
        "n" => "neutral",
        "sa" => "sad",
        _ => "surprise",
    };

    [GeneratedRegex("(^|/)(?<speaker>DC|JE|JK|KL)[/_]"
        + "(?<emotion>a|d|f|h|n|sa|su)(?<number>0[1-9]|1[0-9]|2[0-9]|30)$")]
    private static partial Regex Name();

    [GeneratedRegex("^(DC|JE|JK|KL|AudioData|ALL)$")]
    private static partial Regex Folder();
}
