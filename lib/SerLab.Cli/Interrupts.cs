using System.Runtime.InteropServices;

namespace SerLab.Cli;

/// <summary>
/// Ctrl-C and SIGTERM. The first one asks the work to end, which it does between two batches or recordings; a second
/// one, or work that does not listen for a while, ends the process. Both are safe: files appear whole or not at all,
/// and a run folder's or built-in corpus's last file is the one that says it is finished.
/// </summary>
internal sealed class Interrupts : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;
    private readonly Timer _end;

    /// <summary>Listens from now on.</summary>
    /// <param name="keepsCtrlC">Whether the verb has its own use for Ctrl-C, so that only SIGTERM ends it.</param>
    public Interrupts(bool keepsCtrlC)
    {
        _end = new Timer(_ => End());
        PosixSignal[] signals = keepsCtrlC ? [PosixSignal.SIGTERM] : [PosixSignal.SIGINT, PosixSignal.SIGTERM];
        _registrations = [.. signals.Select(signal => PosixSignalRegistration.Create(signal, OnSignal))];
    }

    /// <summary>What to answer when the work ended early.</summary>
    public static (int Code, string Message) Answer =>
        (ExitCodes.Interrupted, "interrupted. Nothing half-done was left; the same command again completes the work.");

    /// <summary>Cancelled at the first signal.</summary>
    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        Array.ForEach(_registrations, registration => registration.Dispose());
        _end.Dispose();
        _source.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        if (_source.IsCancellationRequested)
        {
            End();
        }
        _end.Change(Patience, Timeout.InfiniteTimeSpan);
        _source.Cancel();
    }

    private static void End()
    {
        Console.Error.WriteLine($"serlab: {Answer.Message}");
        Environment.Exit(Answer.Code);
    }
}
