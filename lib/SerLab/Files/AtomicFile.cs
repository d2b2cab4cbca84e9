using System.Text;

namespace SerLab.Files;

/// <summary>
/// Writes a file whole or not at all: into a temporary file in the same folder, flushed to the disk, then renamed
/// over the old one. A reader sees the old bytes or the new ones, also after a crash. Missing folders are made.
/// A process that is killed in the middle leaves the old file and a hidden <c>.name.*.tmp</c> beside it.
/// </summary>
public static class AtomicFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>
    /// Replaces <paramref name="path"/> with what <paramref name="write"/> puts into the stream. When
    /// <paramref name="write"/> throws, nothing is left behind, the old file stays and the exception goes on.
    /// </summary>
    /// <exception cref="BadFileException">The disk is full, or the place cannot be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var full = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(full) ?? throw new BadFileException(path, "no file name.", "Name a file.");
        var temporary = Path.Combine(folder, $".{ShortName(full)}.{Path.GetRandomFileName()}.tmp");
        try
        {
            Directory.CreateDirectory(folder);
            WriteAndFlush(temporary, write);
            File.Move(temporary, full, overwrite: true);
        }
        catch (Exception fault)
        {
            DeleteQuietly(temporary);
            if (FileFaults.IsFault(fault))
                throw FileFaults.Explain(path, fault);
            throw;
        }
    }

    /// <summary>Replaces the file with text in UTF-8 without a byte-order mark. Line ends stay as given.</summary>
    /// <exception cref="BadFileException">The disk is full, or the place cannot be written.</exception>
    public static void WriteText(string path, string text) => WriteBytes(path, Utf8.GetBytes(text));

    /// <summary>Replaces the file with these bytes.</summary>
    /// <exception cref="BadFileException">The disk is full, or the place cannot be written.</exception>
    public static void WriteBytes(string path, byte[] bytes) => Write(path, stream => stream.Write(bytes));

    /// <summary>
    /// Removes what killed processes left of this file; never what a living one is writing, which it holds locked.
    /// </summary>
    public static void RemoveAbandoned(string path)
    {
        var full = Path.GetFullPath(path);
        if (Path.GetDirectoryName(full) is not { } folder || !Directory.Exists(folder))
            return;
        foreach (var temporary in Directory.GetFiles(folder, $".{ShortName(full)}.*.tmp").Where(IsAbandoned))
            DeleteQuietly(temporary);
    }

    /// <summary>Whether no living process holds the file locked.</summary>
    internal static bool IsAbandoned(string file)
    {
        try
        {
            using var held = File.OpenHandle(file, FileMode.Open, FileAccess.Read, FileShare.None);
            return true;
        }
        catch (Exception fault) when (FileFaults.IsFault(fault))
        {
            return false;
        }
    }

    private static void WriteAndFlush(string temporary, Action<Stream> write)
    {
        using var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        write(stream);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>A file name may fill the file system's limit; the temporary one must still fit.</summary>
    private static string ShortName(string full)
    {
        var name = Path.GetFileName(full);
        return name.Length > 40 ? name[..40] : name;
    }

    private static void DeleteQuietly(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception fault) when (FileFaults.IsFault(fault))
        {
            // The first error says more than a failed clean-up.
        }
    }
}
