using System.Runtime.CompilerServices;

namespace SerLab.Tests.Files;

/// <summary>Where the tests' fixtures lie in the checkout they were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));

    public static string Fixtures { get; } = Path.Combine(Root, "tests", "fixtures");

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
