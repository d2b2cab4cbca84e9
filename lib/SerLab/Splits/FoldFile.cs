using SerLab.Files;

namespace SerLab.Splits;

/// <summary>Reads files of folds: a CSV table, or a folder with EmoBox's JSON lines.</summary>
internal static class FoldFile
{
    private const int ShaDigits = 12;

    /// <returns>At least one row; either all have a part or none.</returns>
    /// <exception cref="BadFileException">Names the file, the line and the mend.</exception>
    public static IReadOnlyList<FoldRow> Read(string path)
    {
        IReadOnlyList<FoldRow> rows = Directory.Exists(path) ? EmoBoxFolder.Read(path) : ReadCsv(path);
        return rows.Count > 0 ? rows : throw new BadFileException(path, "it names no clip.", "Write a line a clip.");
    }

    /// <summary>The first digits of the SHA-256 of the content.</summary>
    /// <exception cref="BadFileException">It cannot be read.</exception>
    public static string Sha(string path) =>
        (Directory.Exists(path)
            ? ContentHash.OfText(string.Join('\n', EmoBoxFolder.Files(path).Select(ContentHash.OfFile)))
            : ContentHash.OfFile(path))[..ShaDigits];

    private static List<FoldRow> ReadCsv(string path) => [.. Csv.ReadRows(path).Select(row =>
    {
        var clip = row.Required(row.Cells.ContainsKey("id") ? "id" : "file").Trim();
        return row.Cells.ContainsKey("part")
            ? new FoldRow(clip, row.Optional("fold")?.Trim() ?? "", Part(row), path, row.Line)
            : new FoldRow(clip, row.Required("fold").Trim(), null, path, row.Line);
    })];

    private static string Part(CsvRow row)
    {
        var part = row.Required("part").Trim();
        return FoldRow.Parts.Contains(part) ? part : throw new BadFileException(
            row.Path, $"line {row.Line}, column part: '{part}' is none of {string.Join(", ", FoldRow.Parts)}.",
            "Mend that cell.");
    }
}
