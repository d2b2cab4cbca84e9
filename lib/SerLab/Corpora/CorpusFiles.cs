using SerLab.Files;

namespace SerLab.Corpora;

/// <summary>The recordings below a folder.</summary>
internal static class CorpusFiles
{
    private const int DeepestFolder = 12; // also ends the walk through a link that leads back up

    private static readonly string[] Extensions = [".flac", ".mp3", ".ogg", ".wav"];

    /// <summary>
    /// Paths below the folder, with '/', in ordinal order, also of what only has a recording's name: a folder called
    /// <c>x.wav</c>, a link that leads nowhere (<see cref="Problem"/> tells). Files that are not audio, hidden files
    /// and folders (also the <c>._</c> twins and <c>__MACOSX</c> folders of macOS archives) are not recordings.
    /// </summary>
    /// <exception cref="BadFileException">The folder is missing or cannot be read.</exception>
    public static IReadOnlyList<string> List(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new BadFileException(folder, "there is no such folder.", "Check the name.");
        }

        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = DeepestFolder,
            IgnoreInaccessible = false,
            AttributesToSkip = FileAttributes.Hidden,
        };
        try
        {
            var paths = Directory.EnumerateFileSystemEntries(folder, "*", options).Where(IsAudio);
            return [.. paths.Select(p => Below(folder, p)).Where(p => !IsHidden(p)).Order(StringComparer.Ordinal)];
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new BadFileException(folder, failure.Message, "Check that you may read it.", failure);
        }
    }

    /// <summary>Why a path of <see cref="List"/> can be no recording; null where it can.</summary>
    public static string? Problem(string path) =>
        Directory.Exists(path) ? "This is a folder, not a recording."
        : IsDeadLink(path) ? "A link that leads to no file."
        : null;

    private static bool IsDeadLink(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true) is { Exists: false };
        }
        catch (IOException)
        {
            return true; // a circle of links
        }
    }

    /// <summary>The id of a recording: its path below the folder without the extension.</summary>
    public static string Id(string path) => path[..^Path.GetExtension(path).Length];

    /// <summary>The last part of an id.</summary>
    public static string Stem(string id) => id[(id.LastIndexOf('/') + 1)..];

    private static bool IsAudio(string path) =>
        Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private static bool IsHidden(string path) =>
        path.Split('/').Any(part => part.StartsWith('.') || part == "__MACOSX");

    private static string Below(string folder, string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');
}
