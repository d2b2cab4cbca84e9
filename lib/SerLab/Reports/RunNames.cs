namespace SerLab.Reports;

/// <summary>What a table calls each of several runs.</summary>
internal static class RunNames
{
    /// <summary>Each folder's name; its path where two have one name, and a number where they are one folder.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Run> runs)
    {
        string[] paths = [.. runs.Select(run => Path.TrimEndingDirectorySeparator(run.Folder.Path))];
        string[] names = [.. paths.Select(path => Path.GetFileName(Path.GetFullPath(path)))];
        string[] told = [.. names.Select((name, i) => names.Count(other => other == name) > 1 ? paths[i] : name)];
        return [.. told.Select((name, i) => told[..i].Count(other => other == name) is > 0 and var before
            ? $"{name} ({before + 1})"
            : name)];
    }
}
