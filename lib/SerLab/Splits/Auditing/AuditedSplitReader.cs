using SerLab.Corpora;
using SerLab.Files;

namespace SerLab.Splits.Auditing;

/// <summary>Reads splits as people keep them.</summary>
public static class AuditedSplitReader
{
    /// <summary>
    /// Reads a table with a recording and its part (or fold) a row; several tables, each named after its part
    /// (<c>train.csv</c>, <c>test.csv</c>); or a folder of recordings below folders so named. Speakers, phrases and
    /// emotions that no column tells come from the recordings' names, where those are of a corpus whose names are
    /// understood.
    /// </summary>
    /// <param name="paths">The table, the tables or the folder.</param>
    /// <param name="columns">What a table calls its columns; found by common spellings without it.</param>
    /// <param name="root">
    /// Where the recordings lie; without it, each is looked for where the table says and beside the table.
    /// </param>
    /// <exception cref="BadFileException">
    /// A table cannot be read, has no column of recordings or of parts, an unknown word for a part, no row, or nothing
    /// in training or in the test part.
    /// </exception>
    /// <exception cref="BadOptionException">A named column is not there.</exception>
    public static AuditedSplit Read(IReadOnlyList<string> paths, SplitColumns? columns = null, string? root = null)
    {
        var source = string.Join(", ", paths);
        var (rows, remarks) = paths is [var folder] && Directory.Exists(folder)
            ? OfFolder(folder)
            : OfTables(paths, columns ?? new());
        if (rows.Count == 0)
        {
            throw new BadFileException(source, "it has no rows.", "A split needs a row a recording.");
        }
        rows = NamedLabels.Fill(rows, remarks);
        rows = AudioPlaces.Find(rows, [.. paths.Select(FolderOf)], root, remarks);
        var split = new AuditedSplit(source, rows, remarks);
        CheckParts(split);
        return split;
    }

    private static string FolderOf(string path) => Directory.Exists(path) ? path : Path.GetDirectoryName(path) ?? "";

    private static (IReadOnlyList<AuditedRow> Rows, List<string> Remarks) OfFolder(string folder)
    {
        var rows = CorpusFiles.List(folder)
            .Select(path => (Path: path, Part: PartOfFolders(path)))
            .Where(one => one.Part is not null)
            .Select(one => new AuditedRow(one.Path, one.Part!.Value, "")).ToArray();
        return rows.Length > 0
            ? (rows, ["The parts are those of the folders' names."])
            : throw new BadFileException(
                folder, "no folder of recordings in it is named after a part, and it holds no finished run.",
                "Name a table of files and parts, a run folder, or a folder with train and test in it.");
    }

    private static AuditedPart? PartOfFolders(string path) =>
        path.Split('/').SkipLast(1).Select(PartWords.InName).FirstOrDefault(part => part is not null);

    private static (IReadOnlyList<AuditedRow> Rows, List<string> Remarks) OfTables(
        IReadOnlyList<string> paths, SplitColumns columns)
    {
        var (rows, remarks) = (new List<AuditedRow>(), new List<string>());
        foreach (var path in paths)
        {
            var part = paths.Count > 1 ? PartWords.InName(Path.GetFileNameWithoutExtension(path)) : null;
            rows.AddRange(new TableReader(path, columns, part).Read(remarks));
        }
        return (rows, remarks);
    }

    private static void CheckParts(AuditedSplit split)
    {
        foreach (var fold in split.Folds)
        {
            var missing = !fold.Train.Any() ? "training" : !fold.Test.Any() ? "the test part" : null;
            if (missing is not null)
            {
                var where = fold.Name == "" ? "" : $" of fold {fold.Name}";
                throw new BadFileException(
                    split.Source, $"no recording is in {missing}{where}.",
                    "A split needs both; name the column of parts with --part, or words with --part-words.");
            }
        }
    }
}
