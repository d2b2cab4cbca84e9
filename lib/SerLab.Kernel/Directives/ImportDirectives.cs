using SerLab.Kernel.Notebooks;

namespace SerLab.Kernel.Directives;

/// <summary><c>#load</c> and <c>#!import</c>: run a file as if it stood in cells of its own, once a path.</summary>
internal static class ImportDirectives
{
    public static async Task Run(DirectivePart directive, CellRun run)
    {
        var path = Path.GetFullPath(directive.Argument.Trim().Trim('"').Trim(), run.Folder);
        if (!File.Exists(path))
        {
            throw new KernelException($"{Path.GetFileName(path)} was not found in {Path.GetDirectoryName(path)}",
                "Write its path relative to the file that loads it.");
        }
        if (!run.Session.FirstImportOf(path)) return;
        var name = Path.GetFileName(path);
        var inside = run with { Folder = Path.GetDirectoryName(path)!, File = name };
        foreach (var code in Codes(path))
            await run.Session.RunTextAsync(code, inside, isCell: false).ConfigureAwait(false);
    }

    private static IEnumerable<string> Codes(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".cs" or ".csx" => [File.ReadAllText(path)],
        ".ipynb" => NotebookFile.Read(path).Cells.Where(cell => cell.Kind == CellKind.Code).Select(cell => cell.Code),
        var other => throw new KernelException($"{Path.GetFileName(path)} cannot be run: {other} is not known",
            "#load and #!import take .cs, .csx and .ipynb files."),
    };
}
