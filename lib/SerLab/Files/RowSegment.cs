using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SerLab.Files;

/// <summary>What stands in a segment's list of keys for one row; all zero for a row that was taken out.</summary>
internal readonly record struct RowEntry(Digest Key, Digest Checksum);

/// <summary>
/// Rows of one length in a file that only grows (<c>.rows</c>), their keys and checksums in another (<c>.keys</c>).
/// Many processes read; one appends, and holds <c>.lock</c> until it ends, however it ends. A row counts once its key
/// is written, so what a killed writer or a full disk leaves half-done is never read, and is written over later.
/// Names are never used twice; open files stay readable after they are deleted.
/// </summary>
internal sealed class RowSegment : IDisposable
{
    /// <summary>Endings of the files of a segment.</summary>
    public const string RowsEnding = ".rows", KeysEnding = ".keys", LockEnding = ".lock";

    private const int EntryBytes = 64;

    private const FileShare All = FileShare.ReadWrite | FileShare.Delete;

    private readonly SafeFileHandle _rows, _keys;
    private readonly int _rowBytes;
    private SafeFileHandle? _lock, _rowsToWrite, _keysToWrite;

    private RowSegment(string stem, int rowBytes)
    {
        (Stem, _rowBytes) = (stem, rowBytes);
        _rows = File.OpenHandle(stem + RowsEnding, FileMode.Open, FileAccess.Read, All);
        _keys = File.OpenHandle(stem + KeysEnding, FileMode.Open, FileAccess.Read, All);
    }

    /// <summary>The path of the files without their endings.</summary>
    public string Stem { get; }

    /// <summary>The stems in a folder, in ordinal order.</summary>
    public static IReadOnlyList<string> In(string folder) =>
        [.. FilesIn(folder, $"*{KeysEnding}").Select(file => file[..^KeysEnding.Length]).Order(StringComparer.Ordinal)];

    /// <summary>The files of a folder; none where it is missing, or has just been deleted.</summary>
    public static string[] FilesIn(string folder, string pattern)
    {
        try
        {
            return Directory.Exists(folder) ? Directory.GetFiles(folder, pattern) : [];
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }

    /// <summary>Opens a segment for reading; null where it has just been deleted or may not be read.</summary>
    public static RowSegment? TryOpen(string stem, int rowBytes)
    {
        try
        {
            return new RowSegment(stem, rowBytes);
        }
        catch (Exception fault) when (FileFaults.IsFault(fault))
        {
            return null;
        }
    }

    /// <summary>Makes an empty segment; any process may take it.</summary>
    /// <exception cref="IOException">The disk is full.</exception>
    public static RowSegment Create(string folder, int rowBytes)
    {
        Directory.CreateDirectory(folder);
        var stem = Path.Combine(folder, Path.GetRandomFileName().Replace(".", ""));
        using (File.OpenHandle(stem + LockEnding, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        using (File.OpenHandle(stem + RowsEnding, FileMode.CreateNew, FileAccess.Write, All))
        using (File.OpenHandle(stem + KeysEnding, FileMode.CreateNew, FileAccess.Write, All)) // which others look for
        {
        }
        return new RowSegment(stem, rowBytes);
    }

    /// <summary>Rows with a key, those taken out included.</summary>
    public int Count => (int)(RandomAccess.GetLength(_keys) / EntryBytes);

    /// <summary>Becomes the one that appends; false while another does, or when the files have been deleted.</summary>
    public bool TryTake()
    {
        try
        {
            _lock = File.OpenHandle(Stem + LockEnding, FileMode.Open, FileAccess.Write, FileShare.None);
            _rowsToWrite = File.OpenHandle(Stem + RowsEnding, FileMode.Open, FileAccess.Write, All);
            _keysToWrite = File.OpenHandle(Stem + KeysEnding, FileMode.Open, FileAccess.Write, All);
            RandomAccess.SetLength(_keysToWrite, (long)Count * EntryBytes);
            return true;
        }
        catch (Exception fault) when (FileFaults.IsFault(fault))
        {
            Release();
            return false;
        }
    }

    /// <summary>Appends a row; only after <see cref="TryTake"/>.</summary>
    /// <returns>Its number.</returns>
    /// <exception cref="IOException">The disk is full; nothing was appended.</exception>
    public int Append(Digest key, ReadOnlySpan<byte> row)
    {
        var number = Count;
        RandomAccess.Write(_rowsToWrite!, row, (long)number * _rowBytes);
        Write(_keysToWrite!, number, new RowEntry(key, Digest.Of(key, row)));
        return number;
    }

    /// <summary>Keys and checksums of the rows from <paramref name="first"/> on, at most <paramref name="most"/>.</summary>
    public RowEntry[] Entries(int first = 0, int most = int.MaxValue)
    {
        var entries = new RowEntry[Math.Clamp(Count - first, 0, most)];
        return ReadWhole(_keys, (long)first * EntryBytes, MemoryMarshal.AsBytes(entries.AsSpan())) ? entries : [];
    }

    /// <summary>Reads a row and compares it with its checksum.</summary>
    /// <returns>Whether it is what was written.</returns>
    public bool TryRead(int number, RowEntry entry, Span<byte> row) =>
        ReadWhole(_rows, (long)number * _rowBytes, row) && Digest.Of(entry.Key, row) == entry.Checksum;

    /// <summary>
    /// Takes a damaged row out for all processes; several may do it at once, also while another appends. Where the
    /// files may not be written the row stays, and is found damaged again.
    /// </summary>
    public void TryRemove(int number)
    {
        try
        {
            using var keys = File.OpenHandle(Stem + KeysEnding, FileMode.Open, FileAccess.Write, All);
            Write(keys, number, default);
        }
        catch (Exception fault) when (FileFaults.IsFault(fault))
        {
            // Reading goes on without it.
        }
    }

    /// <summary>The rows mapped into memory.</summary>
    public MappedRows Map() => new(_rows, _rowBytes);

    public void Dispose()
    {
        _rows.Dispose();
        _keys.Dispose();
        Release();
    }

    private void Release()
    {
        _rowsToWrite?.Dispose();
        _keysToWrite?.Dispose();
        _lock?.Dispose();
    }

    private static bool ReadWhole(SafeFileHandle file, long offset, Span<byte> bytes)
    {
        var got = 0;
        while (got < bytes.Length && RandomAccess.Read(file, bytes[got..], offset + got) is > 0 and var more)
        {
            got += more;
        }
        return got == bytes.Length;
    }

    private static void Write(SafeFileHandle keys, int number, RowEntry entry) => RandomAccess.Write(
        keys, MemoryMarshal.AsBytes(new ReadOnlySpan<RowEntry>(in entry)), (long)number * EntryBytes);
}
