using SerLab.Corpora;

namespace SerLab.Splits.Auditing;

/// <summary>Finds the recordings of a table on this machine.</summary>
internal static class AudioPlaces
{
    private static readonly string[] Endings = [".wav", ".flac", ".mp3", ".ogg"];

    /// <summary>
    /// Each recording where its row says, or below one of the folders, with its own ending or another one; at last by
    /// its name alone, where the root holds one recording only of that name.
    /// </summary>
    public static IReadOnlyList<AuditedRow> Find(
        IReadOnlyList<AuditedRow> rows, IReadOnlyList<string> beside, string? root, List<string> remarks)
    {
        string[] folders = root is null ? ["", .. beside] : [root, "", .. beside];
        var byName = new Lazy<ILookup<string, string>>(() => ByName(root));
        var places = rows.Select(row => row.File).Distinct(StringComparer.Ordinal)
            .ToDictionary(file => file, file => At(file, folders), StringComparer.Ordinal);
        var found = 0;
        foreach (var file in places.Keys.Where(file => places[file] is null && root is not null).ToArray())
        {
            if (byName.Value[NameOf(file)].Take(2).ToArray() is [var only])
            {
                (places[file], found) = (only, found + 1);
            }
        }
        if (found > 0)
        {
            remarks.Add($"{found} recordings were found below {root} by their names alone.");
        }
        return [.. rows.Select(row => row with { Path = Full(places[row.File]) })];
    }

    private static string? At(string file, string[] folders)
    {
        string[] stems = [CorpusFiles.Id(file), file];
        string[] spellings = [file, .. stems.SelectMany(stem => Endings.Select(ending => stem + ending))];
        return folders.SelectMany(folder => spellings.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }

    private static string? Full(string? path) => path is null ? null : Path.GetFullPath(path);

    private static ILookup<string, string> ByName(string? root) => (root is null ? [] : CorpusFiles.List(root))
        .ToLookup(NameOf, path => Path.Combine(root!, path), StringComparer.Ordinal);

    private static string NameOf(string path) => CorpusFiles.Stem(
        Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) ? CorpusFiles.Id(path) : path);
}
