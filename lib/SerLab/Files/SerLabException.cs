namespace SerLab.Files;

/// <summary>
/// Anything a user can mend. The message says what is wrong; <see cref="Mend"/> says what to do about it.
/// The skins print both and exit with 1 (or 2 for <see cref="BadOptionException"/>).
/// </summary>
public class SerLabException(string problem, string mend, Exception? cause = null)
    : Exception($"{problem} {mend}", cause)
{
    /// <summary>What is wrong, one sentence.</summary>
    public string Problem { get; } = problem;

    /// <summary>What the user can do, one sentence.</summary>
    public string Mend { get; } = mend;
}

/// <summary>A file or folder that cannot be used; the message names it.</summary>
public sealed class BadFileException(string path, string problem, string mend, Exception? cause = null)
    : SerLabException($"{path}: {problem}", mend, cause)
{
    /// <summary>The file or folder, as the caller gave it.</summary>
    public string Path { get; } = path;
}

/// <summary>Options that cannot hold; the message lists every problem at once and names each option.</summary>
public sealed class BadOptionException(string problem, string mend) : SerLabException(problem, mend);
