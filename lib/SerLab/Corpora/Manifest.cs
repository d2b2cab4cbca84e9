using SerLab.Files;

namespace SerLab.Corpora;

/// <summary>
/// Any corpus, described by <c>manifest.csv</c> in its folder. Columns by name, in any order: <c>file</c> (below
/// the folder), <c>speaker</c>, <c>emotion</c>; optional <c>sex</c>, <c>phrase</c>, <c>intensity</c>, <c>take</c>,
/// <c>channel</c>. Further columns are ignored.
/// </summary>
internal static class Manifest
{
    public const string FileName = "manifest.csv";

    /// <summary>Recordings that are missing, and audio files that the manifest does not name, are left out.</summary>
    /// <exception cref="BadFileException">A column or cell is missing or wrong, or a file comes twice.</exception>
    public static Corpus Read(string folder)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        var rows = Csv.ReadRows(Path.Combine(folder, FileName), "file", "speaker", "emotion");
        CheckTwice(rows);
        var found = rows.ToLookup(row => File.Exists(Path.Combine(folder, Cell(row, "file"))));
        var utterances = found[true].Select(row => ToUtterance(folder, name, row));
        var missing = found[false].Select(row => new LeftOut(
            Path.Combine(folder, Cell(row, "file")), $"No such file; line {row.Line} of {FileName} names it."));
        return new Corpus(
            name, folder, [.. utterances.OrderBy(u => u.Id, StringComparer.Ordinal)],
            [.. missing, .. Unnamed(folder, rows)]);
    }

    private static Utterance ToUtterance(string folder, string corpus, CsvRow row)
    {
        var path = Cell(row, "file");
        var word = Cell(row, "emotion");
        var file = Path.Combine(folder, path);
        var label = EmotionWords.ToLabel(word);
        return new Utterance(CorpusFiles.Id(path), file, corpus, Cell(row, "speaker"), label, word)
        {
            Sex = SpeakerTable.SexIn(row, "sex"),
            Phrase = row.Optional("phrase"),
            Intensity = row.Optional("intensity"),
            Take = row.Optional("take"),
            Channel = row.Optional("channel"),
        };
    }

    private static IEnumerable<LeftOut> Unnamed(string folder, IReadOnlyList<CsvRow> rows)
    {
        var named = rows.Select(row => Cell(row, "file")).ToHashSet(StringComparer.Ordinal);
        return CorpusFiles.List(folder).Where(path => !named.Contains(path))
            .Select(path => new LeftOut(Path.Combine(folder, path), $"{FileName} does not name it."));
    }

    private static void CheckTwice(IReadOnlyList<CsvRow> rows)
    {
        var same = rows.GroupBy(row => CorpusFiles.Id(Cell(row, "file")), StringComparer.Ordinal);
        if (same.FirstOrDefault(group => group.Count() > 1)?.ToArray() is [var first, var second, ..])
        {
            throw new BadFileException(
                second.Path, $"line {second.Line}, column file: the same recording as in line {first.Line}.",
                "Keep one of the two lines.");
        }
    }

    private static string Cell(CsvRow row, string column)
    {
        var text = row.Required(column).Trim();
        return column == "file" ? text.Replace('\\', '/') : text;
    }
}
