using System.Globalization;
using System.Text.Json.Nodes;
using SerLab.Kernel.Displays;
using SerLab.Kernel.Sessions;

namespace SerLab.Kernel.Notebooks;

/// <summary>
/// Runs a notebook from top to bottom in a session of its own, without Jupyter. The same notebook gives the same file:
/// execution counts are 1 to n, no times and no paths are written that the cells did not write themselves.
/// </summary>
public static class NotebookRunner
{
    /// <summary>
    /// Runs a notebook file and writes the executed copy, also when a cell fails or the run is cancelled. The base
    /// folder is the source's, whatever <paramref name="options"/> says.
    /// </summary>
    /// <exception cref="KernelException">The source is no notebook, or a parameter cannot be set.</exception>
    public static async Task<RunResult> RunFileAsync(
        string source,
        string target,
        RunOptions options,
        IProgress<CellProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(source))!;
        var here = options with { BaseFolder = folder };
        var result = await RunAsync(NotebookFile.Read(source), here, progress, cancellation).ConfigureAwait(false);
        NotebookFile.Write(target, result.Notebook);
        return result;
    }

    /// <summary>
    /// Runs all code cells until the first that fails. A cell tagged <c>raises-exception</c> may fail; one tagged
    /// <c>skip-execution</c> and every cell after a failure is left without outputs.
    /// </summary>
    /// <exception cref="KernelException">A parameter cannot be set.</exception>
    public static async Task<RunResult> RunAsync(
        Notebook notebook,
        RunOptions options,
        IProgress<CellProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        using var session = new Session(new SessionOptions { BaseFolder = options.BaseFolder });
        var collector = new OutputCollector();
        var cells = NotebookParameters.Inject(notebook, options.Parameters).Cells.Select(WithoutOutputs).ToArray();
        string? error = null;
        for (var i = 0; i < cells.Length && error is null; i++)
        {
            if (!IsRun(cells[i])) continue;
            progress?.Report(new CellProgress(i + 1, cells.Length, FirstLine(cells[i])));
            (cells[i], var result) = await RunCellAsync(session, cells[i], collector, options, cancellation)
                .ConfigureAwait(false);
            var mayFail = cells[i].HasTag("raises-exception") && !cancellation.IsCancellationRequested;
            if (result.Error is { } failure && !mayFail)
                error = $"Cell {i + 1} ({FirstLine(cells[i])}): {Reason(failure, options, cancellation)}";
        }
        return new RunResult((notebook with { Cells = cells }).AsCSharp(), error);
    }

    private static async Task<(Cell Cell, CellResult Result)> RunCellAsync(
        Session session, Cell cell, OutputCollector collector, RunOptions options, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.CellTimeout);
        var outputs = new JsonArray();
        var number = session.ExecutionCount + 1;
        var result = await session.RunAsync(
            cell.Code, output => collector.Add(outputs, output, number), limit.Token).ConfigureAwait(false);
        return (cell with { Outputs = outputs, ExecutionCount = number }, result);
    }

    private static string Reason(ErrorOutput failure, RunOptions options, CancellationToken cancellation)
        => failure.Name == "Interrupted" && !cancellation.IsCancellationRequested
            ? $"it took longer than {options.CellTimeout.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s"
            : $"{failure.Name}: {failure.Message}";

    private static bool IsRun(Cell cell)
        => cell.Kind == CellKind.Code && !cell.HasTag("skip-execution") && !string.IsNullOrWhiteSpace(cell.Source);

    private static Cell WithoutOutputs(Cell cell)
        => cell.Kind == CellKind.Code ? cell with { Outputs = [], ExecutionCount = null } : cell;

    private static string FirstLine(Cell cell)
        => cell.Source.Split('\n').FirstOrDefault(line => line.Trim().Length > 0)?.Trim() ?? "";
}
