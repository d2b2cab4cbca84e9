using SerLab.Corpora;
using SerLab.Files;

namespace SerLab.Text;

/// <summary>What is said in each recording.</summary>
public static class Transcripts
{
    private static readonly Dictionary<string, IReadOnlyDictionary<string, string>> Sentences = new()
    {
        ["crema-d"] = CorpusSentences.CremaD,
        ["emo-db"] = CorpusSentences.EmoDb,
    };

    /// <summary>
    /// As the names of the files tell: the carrier phrase with TESS's and the built-in corpus's word, RAVDESS's
    /// statements, the sentences of CREMA-D and EMO-DB, the phrase of a manifest.
    /// </summary>
    /// <returns>By the utterance's id.</returns>
    /// <exception cref="BadOptionException">Some do not tell; the first is named.</exception>
    public static IReadOnlyDictionary<string, string> Of(Corpus corpus)
    {
        var silent = corpus.Utterances.Where(u => TextOf(u) is null).ToArray();
        return silent.Length == 0
            ? corpus.Utterances.ToDictionary(u => u.Id, u => TextOf(u)!, StringComparer.Ordinal)
            : throw new BadOptionException(
                $"What {silent.Length} of {corpus.Utterances.Count} recordings say is not in their names (first: " +
                $"'{silent[0].Id}').",
                "Give a table of transcripts with the columns file and transcript.");
    }

    /// <summary>
    /// From a table with the columns <c>file</c> (or <c>Path</c>) and <c>transcript</c> (or <c>Transcript</c>), as
    /// speech recognition writes them. A file is known by its path below the corpus folder or, where only one recording
    /// has it, by its name alone. An empty transcript is one.
    /// </summary>
    /// <returns>By the utterance's id.</returns>
    /// <exception cref="BadFileException">A column is missing, or recordings have no line.</exception>
    public static IReadOnlyDictionary<string, string> Read(string path, Corpus corpus)
    {
        var rows = Csv.ReadRows(path);
        var files = Column(path, rows, "file", "Path");
        var texts = Column(path, rows, "transcript", "Transcript");
        (string Id, string Text)[] lines =
            [.. rows.Select(row => (CorpusFiles.Id(row[files].Replace('\\', '/')), row[texts]))];
        var byId = Unique(lines);
        var byName = Unique(lines.Select(line => (CorpusFiles.Stem(line.Id), line.Text)));
        var found = corpus.Utterances.ToDictionary(
            u => u.Id, u => byId.GetValueOrDefault(u.Id) ?? byName.GetValueOrDefault(CorpusFiles.Stem(u.Id)),
            StringComparer.Ordinal);
        var missing = found.Where(one => one.Value is null).Select(one => one.Key).ToArray();
        return missing.Length == 0
            ? found.ToDictionary(one => one.Key, one => one.Value!, StringComparer.Ordinal)
            : throw new BadFileException(
                path, $"{missing.Length} of {found.Count} recordings have no transcript (first: '{missing[0]}').",
                "Write a line for each recording.");
    }

    private static string? TextOf(Utterance u) => u switch
    {
        { Phrase: null } or { Corpus: "savee" } => null,
        { Corpus: "tess" or BuiltinCorpus.Name } => $"Say the word {u.Phrase}",
        _ when Sentences.TryGetValue(u.Corpus, out var known) => known.GetValueOrDefault(u.Phrase),
        _ => u.Phrase,
    };

    private static string Column(string path, IReadOnlyList<CsvRow> rows, params string[] names) =>
        rows.Count > 0 && names.FirstOrDefault(rows[0].Cells.ContainsKey) is { } name ? name
        : throw new BadFileException(path, $"it has no column {names[0]}, or no lines.",
            "Name the columns file and transcript.");

    // A key that comes twice with different texts tells nothing.
    private static Dictionary<string, string?> Unique(IEnumerable<(string Key, string Text)> pairs) =>
        pairs.GroupBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(
            group => group.Key,
            group => group.Select(pair => pair.Text).Distinct().Count() == 1 ? group.First().Text : null,
            StringComparer.Ordinal);
}
