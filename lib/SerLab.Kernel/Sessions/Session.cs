using System.Reflection;
using SerLab.Kernel.Directives;
using SerLab.Kernel.Displays;
using SerLab.Kernel.References;

namespace SerLab.Kernel.Sessions;

/// <summary>
/// A running notebook: cells of C# that see what earlier cells declared. Cells run one after the other; what they show
/// is handed out while they run. Two sessions in one process share nothing but the formatters registered by cells.
/// </summary>
public sealed class Session : IDisposable
{
    private static readonly AsyncLocal<Session?> Running = new();

    private readonly SemaphoreSlim _one = new(1);
    private readonly SessionOptions _options;
    private readonly NotebookLoadContext _context = new();
    private readonly ReferenceSet _references;
    private readonly DisplayFormatter _formatter = new();
    private readonly HashSet<string> _imported = new(StringComparer.Ordinal);
    private object?[] _state = new object?[64];

    /// <summary>Prepares a session; nothing is compiled before the first cell.</summary>
    public Session(SessionOptions options)
    {
        _options = options;
        BaseFolder = Path.GetFullPath(options.BaseFolder);
        _references = new ReferenceSet(_context);
        Compiler = new Compiler(_context, _references);
        ConsoleRouter.Install();
    }

    /// <summary>The notebook's folder, absolute.</summary>
    public string BaseFolder { get; }

    /// <summary>How many cells have been run and counted.</summary>
    public int ExecutionCount { get; private set; }

    internal static Session? Current => Running.Value;

    internal OutputPipe Pipe { get; } = new();

    internal Compiler Compiler { get; }

    internal Func<string, string?> Input => _options.Input;

    /// <summary>Runs a cell. Errors of the cell are an output and part of the answer, not thrown.</summary>
    /// <param name="code">The cell's text, directives included.</param>
    /// <param name="sink">
    /// Takes the outputs as they come, one at a time, from any thread; it must be quick. It keeps what threads of this
    /// cell write later, until the next cell runs.
    /// </param>
    /// <param name="cancellation">Interrupts the cell; variables keep what they held then.</param>
    /// <param name="counted">False for code that a tool runs unseen: it takes no execution count.</param>
    public async Task<CellResult> RunAsync(
        string code, Action<Output> sink, CancellationToken cancellation = default, bool counted = true)
    {
        await _one.WaitAsync(cancellation).ConfigureAwait(false);
        // Never disposed: what the cell leaves running may still ask for the token.
        var stop = new CancellationTokenSource();
        using var link = cancellation.Register(stop.Cancel);
        try
        {
            if (counted) ExecutionCount++;
            Running.Value = this;
            Pipe.Attach(sink);
            var run = new CellRun(this, BaseFolder, $"cell {Math.Max(ExecutionCount, 1)}",
                new Interruption(ReportUnawaited, stop.Token), stop.Token);
            return new CellResult(ExecutionCount, await TryRunAsync(code, run).ConfigureAwait(false));
        }
        finally
        {
            Pipe.Flush();
            Running.Value = null;
            _one.Release();
        }
    }

    /// <summary>Ends the session. Code that a cell left running is not stopped, but no longer heard.</summary>
    public void Dispose()
    {
        Pipe.Attach(_ => { });
        Pipe.Dispose();
        _one.Dispose();
    }

    internal async Task RunTextAsync(string text, CellRun run, bool isCell)
    {
        var parts = CellReader.Read(text);
        foreach (var part in parts)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            if (part is DirectivePart directive) await DirectiveTable.RunAsync(directive, run).ConfigureAwait(false);
            else await RunCodeAsync((CodePart)part, run, isCell, part == parts[^1]).ConfigureAwait(false);
        }
    }

    internal DisplayedValue Show(object? value, string? mime)
    {
        var id = Guid.NewGuid().ToString("N");
        Show(value, id, mime, isUpdate: false);
        return new DisplayedValue(this, id, mime);
    }

    internal void Show(object? value, string id, string? mime, bool isUpdate)
    {
        var data = mime is null ? _formatter.Format(value) : _formatter.Format(value, mime);
        Pipe.Emit(new DisplayOutput(data, id, isUpdate));
    }

    internal void Reference(string name, string folder)
    {
        if (HostAssemblies.Has(name)) _references.AddFramework(name);
        else _references.Add(Path.GetFullPath(name, folder));
    }

    internal bool FirstImportOf(string path) => _imported.Add(path);

    internal SortedDictionary<string, (Type Type, object? Value)> Variables()
    {
        var variables = new SortedDictionary<string, (Type, object?)>(StringComparer.Ordinal);
        foreach (var state in _state.OfType<object>())
        {
            foreach (var field in state.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public))
            {
                if (!field.Name.StartsWith('<')) variables[field.Name] = (field.FieldType, field.GetValue(state));
            }
        }
        return variables;
    }

    private async Task<ErrorOutput?> TryRunAsync(string code, CellRun run)
    {
        ErrorOutput? error = null;
        try
        {
            await RunTextAsync(code, run, isCell: true).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            error = CellErrors.Of(failure, run.File);
        }
        foreach (var action in run.AtEnd) action();
        if (error is not null) Pipe.Emit(error);
        return error;
    }

    private async Task RunCodeAsync(CodePart part, CellRun run, bool isCell, bool isLast)
    {
        var submission = Compiler.Compile(part.Text, run.File, run.Cancellation);
        Compiler.Accept(submission);
        if (_state.Length < Compiler.Count + 2) Array.Resize(ref _state, 2 * _state.Length);
        var state = _state;
        var value = await run.Interruption.RunAsync(() => submission.Entry(state)).ConfigureAwait(false);
        if (!isCell || !submission.HasValue || value is DisplayedValue) return;
        if (isLast) Pipe.Emit(new ResultOutput(_formatter.Format(value)));
        else Show(value, mime: null);
    }

    private void ReportUnawaited(Exception error)
        => Pipe.Write("stderr", string.Join('\n', CellErrors.Of(error, "").Traceback) + "\n");
}
