namespace SerLab.Splits;

/// <summary>One line of a file of folds.</summary>
/// <param name="Clip">The clip's id or file name.</param>
/// <param name="Fold">Name of the fold; empty where the file has one split only.</param>
/// <param name="Part">One of <see cref="Parts"/>; null where the file has folds only.</param>
/// <param name="Path">The file.</param>
/// <param name="Line">The line, 1 and up.</param>
internal sealed record FoldRow(string Clip, string Fold, string? Part, string Path, int Line)
{
    public static IReadOnlyList<string> Parts { get; } = ["train", "validation", "test", "unused"];
}
