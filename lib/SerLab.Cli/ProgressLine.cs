using System.Globalization;

namespace SerLab.Cli;

/// <summary>
/// Progress with rate and time left: a moving bar on a terminal, a plain line at each quarter elsewhere. The rate
/// counts from the first report on: what was done before, as in a resumed training, took no time here. Safe to call
/// from several threads.
/// </summary>
/// <param name="error">Where it is written.</param>
/// <param name="width">Columns of the terminal now; null where nothing may move.</param>
/// <param name="title">What is being done.</param>
/// <param name="unit">What is counted, in the plural.</param>
/// <param name="clock">Measures rate and time left.</param>
internal sealed class ProgressLine(
    TextWriter error, Func<int>? width, string title, string unit, TimeProvider clock) : IDisposable
{
    private readonly Lock _gate = new();
    private (long Done, long At)? _first;
    private long _shownAt, _done;
    private int _quarter;
    private bool _dirty;

    /// <summary>Whether the line moves, as on a terminal.</summary>
    public bool Moves => width is not null;

    /// <summary>Shows how far the work is; a moving bar is redrawn at most ten times a second.</summary>
    public void Show(long done, long total, string note = "")
    {
        lock (_gate)
        {
            if (done < _done)
            {
                return; // a slower thread's report of what is past
            }
            _done = done;
            _first ??= (done, clock.GetTimestamp());
            var quarter = total == 0 ? 4 : (int)(4 * done / total);
            if (Moves ? done < total && clock.GetElapsedTime(_shownAt).TotalSeconds < 0.1 : quarter == _quarter)
            {
                return;
            }
            (_shownAt, _quarter) = (clock.GetTimestamp(), quarter);
            Write(Line(done, total, note), keep: !Moves);
        }
    }

    /// <summary>Writes a line that stays, above the moving bar.</summary>
    public void Keep(string line)
    {
        lock (_gate)
        {
            Write(line, keep: true);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_dirty)
            {
                error.WriteLine();
            }
            _dirty = false;
        }
    }

    private void Write(string line, bool keep)
    {
        error.Write(Moves ? $"\r\e[2K{(keep ? line : Fitted(line))}" : line);
        if (keep)
        {
            error.WriteLine();
        }
        _dirty = !keep;
        error.Flush();
    }

    // A line that wraps could not be taken back.
    private string Fitted(string line) => width!() is > 1 and var columns && line.Length >= columns
        ? line[..(columns - 1)]
        : line;

    private string Line(long done, long total, string note)
    {
        var share = total == 0 ? 1 : (double)done / total;
        var bar = Moves ? new string('█', (int)(20 * share)).PadRight(20, '░') + " " : "";
        return $"{title} {bar}{done}/{total} {unit}{Pace(done, total)}{(note.Length > 0 ? $", {note}" : "")}";
    }

    // Nothing before the second report.
    private string Pace(long done, long total)
    {
        var (before, at) = _first!.Value;
        var seconds = clock.GetElapsedTime(at).TotalSeconds;
        if (done == before || seconds <= 0)
        {
            return "";
        }
        var rate = (done - before) / seconds;
        var left = (long)Math.Ceiling((total - done) / rate);
        return string.Create(CultureInfo.InvariantCulture, $", {rate:0.#}/s, {left / 60:00}:{left % 60:00} left");
    }
}
