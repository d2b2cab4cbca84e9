using SerLab.Files;

namespace SerLab.Splits.Auditing;

/// <summary>Finds out which column of somebody's table is which.</summary>
internal sealed class ColumnFinder(string table, IReadOnlyCollection<string> header)
{
    private static readonly string[] FileSpellings =
    [
        "file", "path", "filename", "filepath", "filenames", "files", "wav", "wavpath", "wavfile", "audio", "audiopath",
        "audiofile", "audiofilepath", "recording", "clip", "utterance", "utt", "uttid", "utteranceid", "key", "name",
        "id",
    ];

    private static readonly string[] PartSpellings =
        ["part", "split", "set", "subset", "partition", "usage", "phase", "splits", "traintest", "mode", "portion"];

    private static readonly string[] FoldSpellings = ["fold", "folds", "cvfold", "kfold", "foldid", "cv"];

    private static readonly string[] SpeakerSpellings =
    [
        "speaker", "speakerid", "spk", "spkid", "spkr", "actor", "actorid", "subject", "subjectid", "talker", "person",
        "voice",
    ];

    private static readonly string[] PhraseSpellings =
    [
        "phrase", "sentence", "text", "transcript", "transcription", "statement", "sentenceid", "phraseid",
        "statementid", "textid", "word", "words", "prompt",
    ];

    private static readonly string[] EmotionSpellings =
        ["emotion", "label", "class", "emo", "emotionlabel", "category", "target", "truelabel", "classname", "labels"];

    private static readonly string[] CorpusSpellings = ["corpus", "dataset", "database", "source", "db"];

    /// <summary>What a user would say to name the columns.</summary>
    public const string Mend = "Name the columns with --file, --part, --fold, --speaker, --phrase and --emotion.";

    public string File(string? given) => Find(given, FileSpellings) ?? throw new BadFileException(
        table, $"no column names the recordings; it has {string.Join(", ", header)}.", Mend);

    public string? Part(string? given) => Find(given, PartSpellings);

    public string? Fold(string? given) => Find(given, FoldSpellings);

    public string? Speaker(string? given) => Find(given, SpeakerSpellings);

    public string? Phrase(string? given) => Find(given, PhraseSpellings);

    public string? Emotion(string? given) => Find(given, EmotionSpellings);

    public string? Corpus() => Find(null, CorpusSpellings);

    private string? Find(string? given, string[] spellings)
    {
        if (given is not null)
        {
            return header.Contains(given) ? given : throw new BadOptionException(
                $"{table} has no column '{given}'.", $"It has {string.Join(", ", header)}.");
        }
        var plain = header.ToLookup(Plain, StringComparer.Ordinal);
        return spellings.SelectMany(spelling => plain[spelling]).FirstOrDefault();
    }

    private static string Plain(string name) =>
        string.Concat(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}
