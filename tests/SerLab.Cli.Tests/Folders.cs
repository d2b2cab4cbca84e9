namespace SerLab.Cli.Tests;

/// <summary>Where the tests read and write.</summary>
internal static class Folders
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>The feature store of these tests.</summary>
    public static string Store { get; } = Path.Combine(New(), "store");

    public static string Fixture(string name) => Path.Combine(Root, "tests", "fixtures", "cli", name);

    /// <summary>A script that speaks to the kernel.</summary>
    public static string Kernel(string name) => Path.Combine(Root, "tests", "fixtures", "kernel", name);

    public static string New() => Directory.CreateTempSubdirectory("serlab-cli-").FullName;

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "SerLab.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
