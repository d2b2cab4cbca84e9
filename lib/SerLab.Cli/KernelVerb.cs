using System.CommandLine;
using SerLab.Kernel.Jupyter;

namespace SerLab.Cli;

/// <summary><c>serlab kernel install|run</c>: the C# kernel for Jupyter and VS Code.</summary>
internal static class KernelVerb
{
    public static Command Create() => new("kernel", "The C# kernel for Jupyter and VS Code.") { Install(), Run() };

    private static Command Install()
    {
        var prefix = new Option<string?>("--prefix")
        {
            Description = "Where Jupyter looks for kernels; your own data folder without it.",
        };
        var name = new Option<string>("--name")
        {
            Description = "Name of the kernel.",
            DefaultValueFactory = _ => KernelSpec.DefaultName,
        };
        var force = new Option<bool>("--force") { Description = "Replace a kernel of that name that is not ours." };
        var command = new Command("install", "Makes the kernel known to Jupyter and VS Code.") { prefix, name, force };
        command.SetAction(parsed =>
        {
            var file = KernelSpec.Install(
                parsed.GetValue(prefix) ?? KernelSpec.UserPrefix, parsed.GetRequiredValue(name), ThisProgram(),
                parsed.GetValue(force));
            new Terminal(parsed).Result(new Installed(file), installed => $"installed {installed.KernelSpec}");
        });
        return command;
    }

    private static Command Run()
    {
        var connection = new Argument<string>("connection-file") { Description = "The file that Jupyter wrote." };
        var command = new ServingCommand("run", "Serves a Jupyter client, which calls this; prints nothing.")
        {
            connection,
        };
        command.SetAction((parsed, cancel) => KernelHost.RunAsync(parsed.GetRequiredValue(connection), cancel));
        return command;
    }

    // Started as `dotnet SerLab.Cli.dll`, or as a program of its own.
    private static string[] ThisProgram() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
            ? [Environment.ProcessPath!, typeof(KernelVerb).Assembly.Location]
            : [Environment.ProcessPath!];

    private sealed record Installed(string KernelSpec);
}
