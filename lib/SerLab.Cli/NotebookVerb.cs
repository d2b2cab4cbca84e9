using System.CommandLine;
using SerLab.Files;
using SerLab.Kernel;
using SerLab.Kernel.Notebooks;
using SerLab.Reports;

namespace SerLab.Cli;

/// <summary><c>serlab notebook run</c>: executes notebooks without Jupyter.</summary>
internal static class NotebookVerb
{
    public static Command Create() => new("notebook", "Run notebooks without Jupyter.") { Run() };

    private static Command Run()
    {
        var notebooks = new Argument<string[]>("notebook")
        {
            Description = "Notebooks to execute.",
            Arity = ArgumentArity.OneOrMore,
        };
        var parameters = new Option<string[]>("--parameter", "-p")
        {
            Description = "name=value, for the cell tagged parameters.",
        };
        var output = new Option<string>("--out", "-o")
        {
            Description = "Folder for the executed copies; the notebooks' own folder executes in place.",
            Required = true,
        };
        var command = new Command("run", "Executes notebooks from top to bottom; each stops at its first error.")
        {
            notebooks, parameters, output,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var options = new RunOptions { Parameters = Parameters(parsed.GetValue(parameters) ?? []) };
            var terminal = new Terminal(parsed);
            var executed = await Execute(
                terminal, parsed.GetRequiredValue(notebooks), parsed.GetRequiredValue(output), options, cancel);
            terminal.Result(executed, all => string.Join('\n', all.Select(Text)));
            return executed.Count(one => one.Error is not null) is > 0 and var failed
                ? terminal.Fail($"{Counted.Of(failed, "notebook")} failed.")
                : 0;
        });
        return command;
    }

    private static KeyValuePair<string, object?>[] Parameters(string[] assignments)
    {
        try
        {
            return [.. assignments.Select(NotebookParameters.Parse)];
        }
        catch (KernelException wrong)
        {
            throw new BadOptionException($"--parameter: {wrong.Message}", "");
        }
    }

    private static async Task<List<Executed>> Execute(
        Terminal terminal, string[] notebooks, string output, RunOptions options, CancellationToken cancel)
    {
        var folder = Path.GetFullPath(output);
        string[] sources = [.. notebooks.Select(Path.GetFullPath)];
        if (Array.Find(sources, source => !File.Exists(source)) is { } missing)
        {
            throw new BadFileException(missing, "there is no such notebook.", "Check the name.");
        }
        Directory.CreateDirectory(folder);
        var executed = new List<Executed>();
        foreach (var source in sources)
        {
            var target = Path.Combine(folder, Path.GetFileName(source));
            executed.Add(await Execute(terminal, source, target, options, cancel));
            cancel.ThrowIfCancellationRequested();
        }
        return executed;
    }

    // A notebook's own relative paths start at its folder, as they do under Jupyter.
    private static async Task<Executed> Execute(
        Terminal terminal, string source, string target, RunOptions options, CancellationToken cancel)
    {
        Environment.CurrentDirectory = Path.GetDirectoryName(source)!;
        using var line = terminal.Progress(Path.GetFileName(source), "cells");
        var result = await NotebookRunner.RunFileAsync(
            source, target, options, new Relay<CellProgress>(p => line.Show(p.Number, p.Count, p.FirstLine)), cancel);
        return new Executed(target, result.Error);
    }

    private static string Text(Executed executed) =>
        executed.Error is null ? $"executed {executed.Notebook}" : $"{executed.Notebook}: {executed.Error}";

    private sealed record Executed(string Notebook, string? Error);
}
