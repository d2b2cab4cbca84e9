using System.CommandLine;

namespace SerLab.Cli;

/// <summary>Options that every verb understands.</summary>
internal static class CommonOptions
{
    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Print the result as JSON on standard output.",
        Recursive = true,
    };

    public static Option<bool> Quiet { get; } = new("--quiet", "-q")
    {
        Description = "Show no progress and no remarks; errors still appear.",
        Recursive = true,
    };
}
