using System.ComponentModel;

namespace SerLab.Kernel.Sessions;

/// <summary>What the compiler of cells puts into loops, so that an interrupt stops them. Not for people.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LoopCheck
{
    // Of the whole process on purpose: while no interrupt is under way, a turn of a loop costs one read of this number.
    private static int _pending;

    /// <summary>Leaves the loop when its cell was interrupted.</summary>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public static void Turn()
    {
        if (Volatile.Read(ref _pending) > 0) Interruption.LeaveLoop();
    }

    internal static IDisposable Pending()
    {
        Interlocked.Increment(ref _pending);
        return new Release();
    }

    private sealed class Release : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref _pending);
    }
}
