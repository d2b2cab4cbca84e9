namespace SerLab.Bench;

/// <summary>Where this repository lies; <c>lab</c> says so.</summary>
internal static class Repository
{
    /// <summary>A file or folder of the repository.</summary>
    public static string At(params string[] path) =>
        Path.Combine([Environment.GetEnvironmentVariable("SERLAB_HOME") ?? ".", .. path]);
}
