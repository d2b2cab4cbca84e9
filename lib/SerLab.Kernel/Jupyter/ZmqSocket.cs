using System.Runtime.InteropServices;

namespace SerLab.Kernel.Jupyter;

/// <summary>
/// A bound socket that sends and receives messages of several parts. One thread receives; any thread may send.
/// </summary>
internal sealed class ZmqSocket : IDisposable
{
    private const int LingerMilliseconds = 500;

    private readonly Lock _sending = new();
    private readonly nint _socket;

    /// <exception cref="KernelException">The address is taken or not one of this machine.</exception>
    public ZmqSocket(nint context, int type, string address)
    {
        _socket = ZeroMq.NewSocket(context, type);
        Set(ZeroMq.Linger, LingerMilliseconds);
        if (type == ZeroMq.Router) Set(ZeroMq.HandoverOfNames, 1);
        if (ZeroMq.Bind(_socket, address) == 0) return;
        var reason = ZeroMq.Describe(ZeroMq.Error());
        Dispose();
        throw new KernelException($"The kernel cannot listen on {address}: {reason}",
            "Start it with a new connection file.");
    }

    /// <summary>Sends all parts as one message.</summary>
    public void Send(IReadOnlyList<byte[]> parts)
    {
        lock (_sending)
        {
            for (var i = 0; i < parts.Count; i++)
                _ = ZeroMq.Send(_socket, parts[i], parts[i].Length, i < parts.Count - 1 ? ZeroMq.SendMore : 0);
        }
    }

    /// <summary>The next message's parts, or null when none came within the time.</summary>
    public List<byte[]>? Receive(TimeSpan patience)
    {
        Set(ZeroMq.ReceiveTimeout, (int)patience.TotalMilliseconds);
        if (ReceivePart() is not { } first) return null;
        List<byte[]> parts = [first];
        while (HasMore() && ReceivePart() is { } part) parts.Add(part);
        return parts;
    }

    public void Dispose() => _ = ZeroMq.Close(_socket);

    private unsafe byte[]? ReceivePart()
    {
        var memory = stackalloc long[ZeroMq.MessageSize / sizeof(long)];
        var message = (nint)memory;
        _ = ZeroMq.Begin(message);
        try
        {
            var size = ZeroMq.Receive(message, _socket, 0);
            if (size < 0) return null;
            var data = new byte[size];
            if (size > 0) Marshal.Copy(ZeroMq.Data(message), data, 0, size);
            return data;
        }
        finally
        {
            _ = ZeroMq.End(message);
        }
    }

    private bool HasMore()
    {
        nint size = sizeof(int);
        return ZeroMq.Get(_socket, ZeroMq.ReceiveMore, out var more, ref size) == 0 && more != 0;
    }

    private void Set(int option, int value) => _ = ZeroMq.Set(_socket, option, value, sizeof(int));
}
