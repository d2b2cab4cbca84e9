namespace SerLab.Tests;

/// <summary>Where the tests find the repository, its fixtures and the recordings beside it.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string Fixtures { get; } = System.IO.Path.Combine(Root, "tests", "fixtures");

    public static string Fixture(params string[] path) => System.IO.Path.Combine([Fixtures, .. path]);

    /// <summary>A file or folder of the repository.</summary>
    public static string Path(params string[] path) => System.IO.Path.Combine([Root, .. path]);

    /// <summary>A file below the folder of recordings; skips the test where there is none.</summary>
    public static string Shared(params string[] path)
    {
        var shared = Environment.GetEnvironmentVariable("SERLAB_SHARED") is { Length: > 0 } set
            ? set
            : System.IO.Path.Combine(Root, "..", "shared");
        var file = System.IO.Path.GetFullPath(System.IO.Path.Combine([shared, .. path]));
        Assert.SkipUnless(System.IO.Path.Exists(file), $"no recordings at {file}; SERLAB_SHARED names their folder");
        return file;
    }

    private static string FindRoot(string folder) => File.Exists(System.IO.Path.Combine(folder, "SerLab.sln"))
        ? folder
        : FindRoot(System.IO.Path.GetDirectoryName(folder)!);
}
