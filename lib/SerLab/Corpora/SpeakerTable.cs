using SerLab.Files;

namespace SerLab.Corpora;

/// <summary>Reads speakers' sex from a CSV table.</summary>
internal static class SpeakerTable
{
    /// <summary>The table in the folder or the one above it; empty when neither has it.</summary>
    public static IReadOnlyDictionary<string, Sex> Read(string folder, string name, string speaker, string sex)
    {
        string[] places = [Path.Combine(folder, name), Path.Combine(folder, "..", name)];
        return places.FirstOrDefault(File.Exists) is not { } path
            ? new Dictionary<string, Sex>()
            : Csv.ReadRows(path, speaker, sex)
                .Where(row => row.Optional(sex) is not null)
                .DistinctBy(row => row.Required(speaker))
                .ToDictionary(row => row.Required(speaker), row => SexIn(row, sex)!.Value, StringComparer.Ordinal);
    }

    /// <summary>A cell such as <c>female</c>, <c>M</c>, <c>woman</c>; null when empty or without that column.</summary>
    /// <exception cref="BadFileException">Another word; names line and column.</exception>
    public static Sex? SexIn(CsvRow row, string column) => row.Optional(column)?.Trim().ToLowerInvariant() switch
    {
        null or "" => null,
        "f" or "female" or "woman" => Sex.Female,
        "m" or "male" or "man" => Sex.Male,
        var word => throw new BadFileException(
            row.Path, $"line {row.Line}, column {column}: '{word}' is not a sex.", "Write female, male or nothing."),
    };
}
