using System.Formats.Tar;
using SerLab.Tests.Audio;

namespace SerLab.Tests.Corpora;

/// <summary>Corpora of empty files: readers look at names alone.</summary>
internal static class CorpusMaker
{
    public static string Folder(params string[] files)
    {
        var folder = SoundMaker.Folder();
        foreach (var file in files)
        {
            Add(folder, file);
        }

        return folder;
    }

    public static void Add(string folder, string file, string text = "")
    {
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>A folder with the names that a tar of real recordings holds, or a skipped test.</summary>
    public static string FromTar(string tar) => Folder([.. Entries(tar).Select(entry => entry.Name)]);

    /// <summary>Writes those recordings of a tar into a folder whose names are wanted, or skips the test.</summary>
    public static string Extract(string tar, string folder, Func<string, bool> isWanted)
    {
        foreach (var entry in Entries(tar).Where(entry => isWanted(entry.Name)))
        {
            var path = Path.Combine(folder, entry.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            entry.ExtractToFile(path, overwrite: true);
        }
        return folder;
    }

    /// <summary>The recordings in a tar of real ones, or a skipped test.</summary>
    public static IEnumerable<TarEntry> Entries(string tar)
    {
        var path = Repository.Shared("data", tar);
        Assert.SkipUnless(File.Exists(path), $"{path} is not there");
        using var stream = File.OpenRead(path);
        using var reader = new TarReader(stream);
        while (reader.GetNextEntry() is { } entry)
        {
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile)
            {
                yield return entry;
            }
        }
    }
}
