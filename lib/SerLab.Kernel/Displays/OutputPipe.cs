using System.Text;

namespace SerLab.Kernel.Displays;

/// <summary>
/// Puts what all threads of a session show into one order and hands it to the cell that runs now. Console text is
/// gathered for a moment, so that a loop that prints does not become thousands of messages.
/// </summary>
internal sealed class OutputPipe : IDisposable
{
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(40);

    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();
    private readonly Timer _timer;
    private string _stream = "stdout";
    private Action<Output> _sink = _ => { };

    public OutputPipe() => _timer = new Timer(_ => Flush());

    /// <summary>Sends all from now on to <paramref name="sink"/>, also what threads of old cells write.</summary>
    public void Attach(Action<Output> sink) => Whole(() =>
    {
        FlushText();
        _sink = sink;
    });

    public void Write(string stream, string text) => Whole(() =>
    {
        if (_stream != stream) FlushText();
        if (_text.Length == 0) _timer.Change(Gathering, Timeout.InfiniteTimeSpan);
        _stream = stream;
        _text.Append(text);
    });

    public void Emit(Output output) => Whole(() =>
    {
        FlushText();
        _sink(output);
    });

    public void Flush() => Whole(FlushText);

    public void Dispose() => _timer.Dispose();

    private void FlushText()
    {
        if (_text.Length == 0) return;
        var text = _text.ToString();
        _text.Clear();
        _sink(new StreamOutput(_stream, text));
    }

    // An interrupt aborts the thread of a cell, but never inside a finally block: so no message is cut in half.
    private void Whole(Action action)
    {
        try { }
        finally
        {
            lock (_gate) action();
        }
    }
}
