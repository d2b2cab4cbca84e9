using System.Text.Json.Nodes;

namespace SerLab.Kernel.Jupyter;

/// <summary>The five sockets of a kernel and the words that go over them.</summary>
internal sealed class Channels : IDisposable
{
    private readonly nint _context = ZeroMq.NewContext();
    private readonly MessageCodec _codec;
    private readonly ZmqSocket _iopub;
    private readonly ZmqSocket _stdin;

    public Channels(ConnectionFile connection, TimeProvider clock)
    {
        _codec = new MessageCodec(connection.Key, clock);
        Shell = new ZmqSocket(_context, ZeroMq.Router, connection.Address(connection.ShellPort));
        Control = new ZmqSocket(_context, ZeroMq.Router, connection.Address(connection.ControlPort));
        _stdin = new ZmqSocket(_context, ZeroMq.Router, connection.Address(connection.StdinPort));
        _iopub = new ZmqSocket(_context, ZeroMq.Pub, connection.Address(connection.IopubPort));
        Heartbeat = new ZmqSocket(_context, ZeroMq.Rep, connection.Address(connection.HbPort));
    }

    public ZmqSocket Shell { get; }

    public ZmqSocket Control { get; }

    public ZmqSocket Heartbeat { get; }

    /// <summary>The next message of a socket; null when none came in time or it was not signed with our key.</summary>
    public Message? Receive(ZmqSocket socket, TimeSpan patience)
        => socket.Receive(patience) is { } parts ? _codec.Decode(parts) : null;

    public void Reply(ZmqSocket socket, Message request, JsonObject content)
    {
        var type = request.Type.Replace("_request", "_reply", StringComparison.Ordinal);
        socket.Send(_codec.Encode(_codec.New(type, content, request.Header, request.Identities)));
    }

    public void Publish(string type, JsonObject content, JsonObject parent)
        => _iopub.Send(_codec.Encode(_codec.New(type, content, parent, [System.Text.Encoding.ASCII.GetBytes(type)])));

    public void PublishState(string state, Message request)
        => Publish("status", new JsonObject { ["execution_state"] = state }, request.Header);

    /// <summary>Asks the person in front of the client for a line; null when the kernel is told to stop.</summary>
    public string? Ask(string prompt, Message request, CancellationToken cancellation)
    {
        var question = new JsonObject { ["prompt"] = prompt, ["password"] = false };
        _stdin.Send(_codec.Encode(_codec.New("input_request", question, request.Header, request.Identities)));
        while (!cancellation.IsCancellationRequested)
        {
            if (Receive(_stdin, TimeSpan.FromMilliseconds(100)) is { Type: "input_reply" } answer)
                return answer.Content["value"]?.ToString();
        }
        return null;
    }

    public void Dispose()
    {
        foreach (var socket in new[] { Shell, Control, _stdin, _iopub, Heartbeat }) socket.Dispose();
        _ = ZeroMq.EndContext(_context);
    }
}
