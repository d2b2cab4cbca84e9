namespace SerLab.Files;

/// <summary>Turns what the operating system says about a file into an error that names the file and the mend.</summary>
internal static class FileFaults
{
    private const int DiskFullOnUnix = 28;
    private const int QuotaReachedOnUnix = 122;
    private const int DiskFullOnWindows = unchecked((int)0x80070070);

    /// <summary>Opens a file for reading from start to end.</summary>
    /// <exception cref="BadFileException">The file is missing, a folder, or may not be read.</exception>
    public static FileStream OpenRead(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        }
        catch (Exception fault) when (IsFault(fault))
        {
            throw Explain(path, fault);
        }
    }

    /// <summary>Whether the exception is the operating system's refusal rather than a mistake in a program.</summary>
    public static bool IsFault(Exception fault) =>
        fault is IOException or UnauthorizedAccessException || IsTooLarge(fault);

    /// <summary>The error to throw for a refusal by the operating system.</summary>
    public static BadFileException Explain(string path, Exception fault) => fault switch
    {
        _ when IsDiskFull(fault) => new(path, "the disk is full.", "Free some space, then run again.", fault),
        _ when IsTooLarge(fault) => new(
            path, "the file grew larger than its disk or this user may have it.",
            "Use another disk or a higher limit, then run again.", fault),
        _ when Directory.Exists(path) => new(path, "this is a folder, not a file.", "Name a file.", fault),
        FileNotFoundException or DirectoryNotFoundException =>
            new(path, "there is no such file.", "Check the name and the folder.", fault),
        UnauthorizedAccessException =>
            new(path, "access is refused.", "Check who owns the file and its folder, and their permissions.", fault),
        _ => new(path, $"{fault.Message.TrimEnd('.')}.", "Check the disk and the folder's permissions.", fault),
    };

    // What .NET makes of a file system's or a user's limit (EFBIG).
    private static bool IsTooLarge(Exception fault) => fault is ArgumentOutOfRangeException { ParamName: "value" };

    private static bool IsDiskFull(Exception fault) =>
        fault is IOException { HResult: DiskFullOnUnix or QuotaReachedOnUnix or DiskFullOnWindows };
}
