using System.Buffers;
using System.Text.Json;
using System.Text.RegularExpressions;
using SerLab.Files;

namespace SerLab.Features;

/// <summary>The folder of one set in a store; its name is the hash of the description that lies in it.</summary>
internal sealed partial record StoreFolder(string Root)
{
    /// <summary>The file that describes the set.</summary>
    public string Description { get; } = Path.Combine(Root, "set.json");

    /// <summary>The folder for a description.</summary>
    public static StoreFolder For(string store, string description) =>
        new(Path.Combine(store, NameFor(description)));

    /// <summary>The folders of a store, in ordinal order; none where it is missing.</summary>
    public static IReadOnlyList<StoreFolder> In(string store) => Directory.Exists(store)
        ? [.. Directory.GetDirectories(store).Where(folder => NamePattern().IsMatch(Path.GetFileName(folder)))
            .Order(StringComparer.Ordinal).Select(folder => new StoreFolder(folder))]
        : [];

    /// <summary>Writes the description unless it is there, whole.</summary>
    /// <exception cref="BadFileException">The place cannot be written.</exception>
    public void Describe(string description)
    {
        if (ReadDescription() is null)
        {
            AtomicFile.WriteText(Description, description);
        }
    }

    /// <summary>What lies here.</summary>
    public StoreContent Content()
    {
        var described = ReadDescription();
        var bytes = OwnFiles().Sum(file => new FileInfo(file) is { Exists: true } info ? info.Length : 0);
        return new StoreContent(Root, described?.GetProperty("options"), Shape(described), Clips(), bytes);
    }

    /// <summary>Finds what is damaged or left over, and takes it out where asked to.</summary>
    /// <param name="repair">Whether to take it out.</param>
    /// <param name="checkedOne">Called after each recording, from several threads.</param>
    /// <param name="cancel">Ends it between two recordings.</param>
    public IEnumerable<StoreProblem> Check(bool repair, Action checkedOne, CancellationToken cancel)
    {
        if (ReadDescription() is not { } described)
        {
            yield return new StoreProblem(Description, "The description is missing or damaged.", Clips());
            if (repair)
            {
                Delete();
            }
            yield break;
        }
        foreach (var leftOver in LeftOvers())
        {
            yield return new StoreProblem(leftOver, "A process that was killed left it.", 0);
            if (repair)
            {
                Delete(leftOver);
            }
        }
        var rowBytes = Shape(described).Aggregate(sizeof(float), (product, length) => product * length);
        foreach (var stem in RowSegment.In(Root))
        {
            using var segment = RowSegment.TryOpen(stem, rowBytes);
            var damaged = segment is null ? [] : Damaged(segment, rowBytes, checkedOne, cancel);
            if (damaged.Length > 0)
            {
                yield return new StoreProblem(
                    stem + RowSegment.RowsEnding, $"{damaged.Length} of {segment!.Count} rows are damaged.",
                    damaged.Length);
            }
            Array.ForEach(repair ? damaged : [], row => segment!.TryRemove(row));
        }
    }

    /// <summary>Deletes what is the store's own; the folder stays where something else lies in it.</summary>
    /// <exception cref="BadFileException">A file cannot be deleted.</exception>
    public void Delete()
    {
        foreach (var file in OwnFiles())
        {
            Delete(file);
        }
        try
        {
            Directory.Delete(Root);
        }
        catch (Exception fault) when (FileFaults.IsFault(fault))
        {
            // Something else lies in it, perhaps what another process has just begun.
        }
    }

    private static int[] Damaged(
        RowSegment segment, int rowBytes, Action checkedOne, CancellationToken cancel)
    {
        var entries = segment.Entries();
        var damaged = new bool[entries.Length];
        Parallel.For(0, entries.Length, new ParallelOptions { CancellationToken = cancel }, row =>
        {
            if (entries[row] == default)
            {
                return; // taken out before
            }
            var buffer = ArrayPool<byte>.Shared.Rent(rowBytes);
            damaged[row] = !segment.TryRead(row, entries[row], buffer.AsSpan(0, rowBytes));
            ArrayPool<byte>.Shared.Return(buffer);
            checkedOne();
        });
        return [.. damaged.Index().Where(row => row.Item).Select(row => row.Index)];
    }

    // Keys first: who opens the folder in the middle finds whole segments or none.
    private IEnumerable<string> OwnFiles() =>
        new[] { $"*{RowSegment.KeysEnding}", $"*{RowSegment.LockEnding}", $"*{RowSegment.RowsEnding}", ".*.tmp" }
            .SelectMany(Matching).Append(Description).Where(File.Exists);

    // Temporary files, and segments whose making or clearing was cut short, that no living process holds.
    private IEnumerable<string> LeftOvers() => Matching(".*.tmp")
        .Concat(Lacking(RowSegment.KeysEnding, RowSegment.RowsEnding))
        .Concat(Lacking(RowSegment.RowsEnding, RowSegment.KeysEnding))
        .Concat(Lacking(RowSegment.LockEnding, RowSegment.KeysEnding))
        .Where(AtomicFile.IsAbandoned);

    private IEnumerable<string> Lacking(string ending, string other) =>
        Matching($"*{ending}").Where(file => !File.Exists(Path.ChangeExtension(file, other)));

    private string[] Matching(string pattern) => RowSegment.FilesIn(Root, pattern);

    private int Clips()
    {
        var clips = 0;
        foreach (var stem in RowSegment.In(Root))
        {
            using var segment = RowSegment.TryOpen(stem, rowBytes: 0);
            clips += segment?.Entries().Count(entry => entry != default) ?? 0;
        }
        return clips;
    }

    private JsonElement? ReadDescription()
    {
        try
        {
            var text = File.ReadAllText(Description);
            return NameFor(text) == Path.GetFileName(Root) ? JsonDocument.Parse(text).RootElement : null;
        }
        catch (Exception fault) when (FileFaults.IsFault(fault))
        {
            return null;
        }
    }

    private static int[] Shape(JsonElement? described) =>
        [.. described?.GetProperty("shape").EnumerateArray().Select(length => length.GetInt32()) ?? []];

    private static void Delete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (DirectoryNotFoundException)
        {
            // Another process was quicker.
        }
        catch (Exception fault) when (FileFaults.IsFault(fault))
        {
            throw FileFaults.Explain(file, fault);
        }
    }

    private static string NameFor(string description) => ContentHash.OfText(description)[..32];

    [GeneratedRegex("^[0-9a-f]{32}$")]
    private static partial Regex NamePattern();
}
