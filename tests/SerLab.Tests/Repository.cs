namespace SerLab.Tests;

/// <summary>Where the tests find the repository, its fixtures and the recordings beside it.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string Fixtures { get; } = Path.Combine(Root, "tests", "fixtures");

    public static string Fixture(params string[] path) => Path.Combine([Fixtures, .. path]);

    /// <summary>A file below the folder of recordings; skips the test where there is none.</summary>
    public static string Shared(params string[] path)
    {
        var shared = Environment.GetEnvironmentVariable("SERLAB_SHARED") is { Length: > 0 } set
            ? set
            : Path.Combine(Root, "..", "shared");
        var file = Path.GetFullPath(Path.Combine([shared, .. path]));
        Assert.SkipUnless(Path.Exists(file), $"no recordings at {file}; SERLAB_SHARED names their folder");
        return file;
    }

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "SerLab.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
