using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using SerLab.Kernel.Sessions;

namespace SerLab.Kernel.Jupyter;

/// <summary>Runs a C# kernel that Jupyter or VS Code has started.</summary>
public static class KernelHost
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LookForParent = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Listens on the sockets that the connection file names, on this machine only, until a client asks the kernel to
    /// shut down. The notebook's folder is the process's current directory, as Jupyter starts kernels there.
    /// </summary>
    /// <param name="connectionFile">The file that the client wrote.</param>
    /// <param name="cancellation">Ends the kernel as a client would.</param>
    /// <exception cref="KernelException">The connection file or libzmq is missing, or a port is taken.</exception>
    public static async Task RunAsync(string connectionFile, CancellationToken cancellation = default)
    {
        var connection = ConnectionFile.Read(connectionFile);
        using var channels = Open(connection);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var desk = new ShellDesk(channels, stop.Token);
        using var session = new Session(new SessionOptions { Input = desk.Ask });
        desk.Session = session;
        var control = new ControlDesk(channels, desk, stop);
        // Ctrl-C in the terminal of a server reaches its kernels too; it means the cell, not the kernel.
        using var signal = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = true;
            desk.Interrupt();
        });
        await Task.WhenAll(
            OnThread("shell", () => Serve(channels, channels.Shell, desk.Answer, stop.Token)),
            OnThread("control", () => Serve(channels, channels.Control, control.Answer, stop.Token)),
            OnThread("heartbeat", () => Beat(channels.Heartbeat, stop))).ConfigureAwait(false);
    }

    private static Channels Open(ConnectionFile connection)
    {
        try
        {
            return new Channels(connection, TimeProvider.System);
        }
        catch (DllNotFoundException error)
        {
            throw new KernelException("libzmq is not installed", "On Debian: apt-get install libzmq5.", error);
        }
    }

    private static void Serve(Channels channels, ZmqSocket socket, Action<Message> answer, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            if (channels.Receive(socket, Patience) is { } request) answer(request);
        }
    }

    private static void Beat(ZmqSocket socket, CancellationTokenSource stop)
    {
        var parent = Environment.GetEnvironmentVariable("JPY_PARENT_PID");
        var looked = Stopwatch.StartNew();
        while (!stop.IsCancellationRequested)
        {
            if (socket.Receive(Patience) is { } beat) socket.Send(beat);
            if (looked.Elapsed < LookForParent) continue;
            looked.Restart();
            if (parent is not null && !IsAlive(parent)) stop.Cancel();
        }
    }

    // A client that was killed cannot ask its kernels to shut down.
    private static bool IsAlive(string process)
    {
        if (!int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id <= 1) return true;
        try
        {
            using var found = Process.GetProcessById(id);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static Task OnThread(string name, Action action)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                action();
                ended.SetResult();
            }
            catch (Exception error)
            {
                ended.SetException(error);
            }
        })
        { Name = name, IsBackground = true }.Start();
        return ended.Task;
    }
}
