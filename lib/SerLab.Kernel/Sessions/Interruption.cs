using System.Runtime;

namespace SerLab.Kernel.Sessions;

/// <summary>
/// Runs a cell so that it can be stopped: each stretch of its code between awaits runs on a pool thread that the
/// runtime can abort, as the runtime offers for interactive consoles. A loop, a sleep or an await that never ends stops
/// at once; a native call when it returns. Tasks and threads that the cell starts by itself run on.
/// </summary>
/// <remarks>
/// The runtime cannot halt every tight loop, so loops written in cells also ask by themselves, see
/// <see cref="LoopChecks"/>.
/// </remarks>
/// <param name="report">Takes what code after an await throws where nobody waits for it (<c>async void</c>).</param>
/// <param name="token">Stops the cell.</param>
internal sealed class Interruption(Action<Exception> report, CancellationToken token) : SynchronizationContext
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private const int Pauses = 250;

    private readonly Lock _gate = new();
    private readonly List<Stretch> _stretches = [];
    private bool _stopped;

    /// <summary>Runs a cell to its end.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled and the cell has been left.</exception>
    /// <exception cref="KernelException">The token was cancelled, but some code of the cell does not stop.</exception>
    public async Task<object?> RunAsync(Func<Task<object?>> cell)
    {
        var ended = new TaskCompletionSource<object?>(TaskCreationOptions.RunContinuationsAsynchronously);
        ThreadPool.QueueUserWorkItem(_ => Guard(() => Forward(cell, ended)));
        try
        {
            return await ended.Task.WaitAsync(token).ConfigureAwait(false);
        }
        catch (Exception) when (token.IsCancellationRequested)
        {
            await StopAsync().ConfigureAwait(false);
            throw new OperationCanceledException(token);
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
        => ThreadPool.QueueUserWorkItem(_ => Guard(() => d(state)));

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;

    private static async void Forward(Func<Task<object?>> cell, TaskCompletionSource<object?> ended)
    {
        try
        {
            ended.TrySetResult(await cell().ConfigureAwait(false));
        }
        catch (Exception error)
        {
            ended.TrySetException(error);
        }
    }

    // An abort takes hold of a thread only when that runs managed code, so sleeping and waiting ones are woken.
    private async Task StopAsync()
    {
        using var pending = LoopCheck.Pending();
        lock (_gate)
        {
            _stopped = true;
            foreach (var stretch in _stretches) _ = stretch.Abort.CancelAsync();
        }
        for (var i = 0; i < Pauses; i++)
        {
            await Task.Delay(Pause, CancellationToken.None).ConfigureAwait(false);
            lock (_gate)
            {
                if (_stretches.Count == 0) return;
                foreach (var stretch in _stretches.Where(one => one.IsAsleep)) stretch.Thread.Interrupt();
            }
        }
        throw new KernelException("The cell was interrupted, but its code does not stop",
            "Restart the kernel when it should not go on in the background.");
    }

    private void Guard(Action action)
    {
        var before = Current;
        var stretch = new Stretch(Thread.CurrentThread, new CancellationTokenSource());
        lock (_gate)
        {
            if (_stopped) return;
            _stretches.Add(stretch);
        }
        SetSynchronizationContext(this);
        try
        {
#pragma warning disable SYSLIB0046 // Made for consoles that run code of a user, which is what a kernel is.
            ControlledExecution.Run(() => Run(action, stretch), stretch.Abort.Token);
#pragma warning restore SYSLIB0046
        }
        catch (Exception error)
        {
            if (!_stopped) report(error);
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    private void Run(Action action, Stretch stretch)
    {
        try
        {
            action();
        }
        finally
        {
            Leave(stretch);
        }
    }

    // Whatever runs on this thread next must not be woken by what was meant for the cell.
    private void Leave(Stretch stretch)
    {
        while (true)
        {
            try
            {
                lock (_gate) _stretches.Remove(stretch);
                Thread.Sleep(0);
                return;
            }
            catch (ThreadInterruptedException)
            {
            }
        }
    }

    /// <summary>Leaves a loop of the cell when this thread belongs to one that was stopped.</summary>
    public static void LeaveLoop()
    {
        if (Current is Interruption { _stopped: true }) throw new OperationCanceledException();
    }

    private sealed record Stretch(Thread Thread, CancellationTokenSource Abort)
    {
        public bool IsAsleep => (Thread.ThreadState & ThreadState.WaitSleepJoin) != 0;
    }
}
