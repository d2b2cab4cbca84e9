using System.Text.Json;
using SerLab.Files;

namespace SerLab.Splits;

/// <summary>
/// The folds of one corpus as EmoBox ships them: <c>fold_1/ravdess_train_fold_1.jsonl</c>, <c>…_test_…</c> and, where
/// there is one, <c>…_valid_…</c>; a JSON object a line, whose <c>wav</c> is the recording.
/// </summary>
internal static class EmoBoxFolder
{
    /// <summary>The parts, as file names say them.</summary>
    private static readonly (string Word, string Part)[] Words =
        [("_train_", "train"), ("_valid_", "validation"), ("_test_", "test")];

    /// <exception cref="BadFileException">There are none.</exception>
    public static IReadOnlyList<string> Files(string folder)
    {
        string[] files =
        [
            .. Directory.GetDirectories(folder, "fold_*").SelectMany(fold => Directory.GetFiles(fold, "*_fold_*.jsonl"))
                .Order(StringComparer.Ordinal),
        ];
        return files.Length > 0 ? files : throw new BadFileException(
            folder, "it has no fold_1/*_fold_1.jsonl.", "Name a CSV table, or such as EmoBox/data/ravdess.");
    }

    /// <exception cref="BadFileException">Names the file, the line and the mend.</exception>
    public static IReadOnlyList<FoldRow> Read(string folder) => [.. Files(folder).SelectMany(Rows)];

    private static IEnumerable<FoldRow> Rows(string file)
    {
        var fold = Path.GetFileName(Path.GetDirectoryName(file)!)["fold_".Length..];
        var part = Words.FirstOrDefault(word => Path.GetFileName(file).Contains(word.Word)).Part
            ?? throw new BadFileException(file, "its name says neither train nor valid nor test.", "Rename it.");
        return File.ReadLines(file).Index().Where(line => line.Item.Trim() != "")
            .Select(line => new FoldRow(Wav(file, line.Index + 1, line.Item), fold, part, file, line.Index + 1));
    }

    private static string Wav(string file, int number, string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.GetProperty("wav").GetString() ?? "";
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new BadFileException(
                file, $"line {number} is no JSON object with a text \"wav\".", "Take EmoBox's file anew.", fault);
        }
    }
}
