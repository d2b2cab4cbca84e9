using System.CommandLine;
using SerLab.Files;
using SerLab.Kernel.Notebooks;
using SerLab.Reports;

namespace SerLab.Cli;

/// <summary><c>serlab notebook run</c>: executes notebooks without Jupyter.</summary>
internal static class NotebookVerb
{
    public static Command Create() => new("notebook", "Run notebooks headless.") { Run() };

    private static Command Run()
    {
        var notebooks = new Argument<string[]>("notebook") { Description = "Notebooks to execute.", Arity = ArgumentArity.OneOrMore };
        var parameters = new Option<string[]>("--parameter", "-p") { Description = "name=value, for the cell tagged parameters." };
        var output = new Option<string>("--out", "-o") { Description = "Folder for the executed copies; the notebooks' own folder executes in place.", Required = true };
        var command = new Command("run", "Executes notebooks from top to bottom; stops at the first error.") { notebooks, parameters, output };
        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = new Terminal(parsed);
            var folder = Path.GetFullPath(parsed.GetRequiredValue(output));
            var options = new RunOptions { Parameters = [.. (parsed.GetValue(parameters) ?? []).Select(NotebookParameters.Parse)] };
            var executed = new List<Executed>();
            foreach (var notebook in parsed.GetRequiredValue(notebooks).Select(Path.GetFullPath))
            {
                executed.Add(await Execute(terminal, notebook, Path.Combine(folder, Path.GetFileName(notebook)), options, cancel));
            }
            terminal.Result(executed, all => string.Join("\n", all.Select(e => e.Error is null ? $"executed {e.Notebook}" : $"{e.Notebook}: {e.Error}")));
            return executed.All(e => e.Error is null) ? 0 : Failures.Failed;
        });
        return command;
    }

    // A notebook's own relative paths start at its folder, as they do under Jupyter.
    private static async Task<Executed> Execute(Terminal terminal, string source, string target, RunOptions options, CancellationToken cancel)
    {
        if (!File.Exists(source))
        {
            throw new BadFileException(source, "there is no such notebook.", "Check the name.");
        }
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        Environment.CurrentDirectory = Path.GetDirectoryName(source)!;
        using var line = terminal.Progress(Path.GetFileName(source), "cells");
        var result = await NotebookRunner.RunFileAsync(
            source, target, options, new Relay<CellProgress>(p => line.Show(p.Number, p.Count, p.FirstLine)), cancel);
        return new Executed(target, result.Error);
    }

    private sealed record Executed(string Notebook, string? Error);
}
