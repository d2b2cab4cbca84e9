using System.Text.Json.Nodes;
using SerLab.Kernel.Sessions;

namespace SerLab.Kernel.Jupyter;

/// <summary>Answers the shell channel, one request after the other: runs cells and speaks about code.</summary>
internal sealed class ShellDesk(Channels channels, CancellationToken stop)
{
    private readonly Lock _gate = new();
    private readonly History _history = new();
    private CancellationTokenSource? _running;
    private Message? _asking;

    /// <summary>The session whose cells run here; set once before the first request.</summary>
    public Session Session { get; set; } = null!;

    public void Interrupt()
    {
        lock (_gate) _running?.CancelAsync();
    }

    /// <summary>Answers <c>Console.ReadLine</c> of the running cell.</summary>
    public string? Ask(string prompt)
    {
        if (_asking is not { } request)
            throw new KernelException("No cell runs that could ask for input", "Read input before the cell ends.");
        if (request.Content["allow_stdin"]?.GetValue<bool>() is not true)
        {
            throw new KernelException("The cell waits for a line of input and this client gives none",
                "Run the notebook in Jupyter or VS Code, or make the value a parameter.");
        }
        return channels.Ask(prompt, request, _running?.Token ?? stop);
    }

    public void Answer(Message request)
    {
        channels.PublishState("busy", request);
        try
        {
            if (request.Type == "execute_request") Execute(request);
            else if (Reply(request) is { } content) channels.Reply(channels.Shell, request, content);
        }
        catch (Exception error) when (error is InvalidOperationException or FormatException)
        {
            channels.Reply(channels.Shell, request, Refusal(error));
        }
        channels.PublishState("idle", request);
    }

    // A field of the wrong kind must not end the kernel.
    private static JsonObject Refusal(Exception error) => new()
    {
        ["status"] = "error",
        ["ename"] = "BadRequest",
        ["evalue"] = error.Message,
        ["traceback"] = new JsonArray(),
    };

    private JsonObject? Reply(Message request) => request.Type switch
    {
        "kernel_info_request" => KernelInfo.Content(),
        "is_complete_request" => CodeAnswers.IsComplete(Text(request, "code")),
        "complete_request" => Session.Complete(Text(request, "code"), Number(request, "cursor_pos")),
        "inspect_request" => Ok(new()
        {
            ["found"] = false, ["data"] = new JsonObject(), ["metadata"] = new JsonObject(),
        }),
        "history_request" => Ok(new() { ["history"] = _history.Answer(request.Content) }),
        "comm_info_request" => Ok(new() { ["comms"] = new JsonObject() }),
        "shutdown_request" => Ok(new() { ["restart"] = false }),
        _ => null,
    };

    private void Execute(Message request)
    {
        var (code, silent) = (Text(request, "code"), Flag(request, "silent", false));
        var counted = !silent && Flag(request, "store_history", true);
        var number = Session.ExecutionCount + (counted ? 1 : 0);
        var input = new JsonObject { ["code"] = code, ["execution_count"] = number };
        if (!silent) channels.Publish("execute_input", input, request.Header);
        var result = Run(request, code, counted, silent, number);
        if (counted) _history.Add(number, code);
        channels.Reply(channels.Shell, request, ExecuteReply(result, number));
        if (!result.Success && Flag(request, "stop_on_error", true)) AbortWaiting();
    }

    private CellResult Run(Message request, string code, bool counted, bool silent, int number)
    {
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(stop);
        lock (_gate) (_running, _asking) = (interrupt, request);
        try
        {
            var sink = new OutputPublisher(channels, request, number, silent);
            return Session.RunAsync(code, sink.Publish, interrupt.Token, counted).GetAwaiter().GetResult();
        }
        finally
        {
            lock (_gate) (_running, _asking) = (null, null);
        }
    }

    private static JsonObject ExecuteReply(CellResult result, int number) => result.Error is not { } error
        ? new JsonObject
        {
            ["status"] = "ok",
            ["execution_count"] = number,
            ["user_expressions"] = new JsonObject(),
            ["payload"] = new JsonArray(),
        }
        : new JsonObject
        {
            ["status"] = "error",
            ["execution_count"] = number,
            ["ename"] = error.Name,
            ["evalue"] = error.Message,
            ["traceback"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
        };

    // Cells that the client sent behind the one that failed must not run.
    private void AbortWaiting()
    {
        while (channels.Receive(channels.Shell, TimeSpan.Zero) is { } next)
        {
            if (next.Type != "execute_request")
            {
                Answer(next);
                continue;
            }
            channels.PublishState("busy", next);
            channels.Reply(channels.Shell, next, new JsonObject
            {
                ["status"] = "aborted", ["execution_count"] = Session.ExecutionCount,
            });
            channels.PublishState("idle", next);
        }
    }

    private static JsonObject Ok(JsonObject content)
    {
        content["status"] = "ok";
        return content;
    }

    private static string Text(Message request, string name) => request.Content[name]?.ToString() ?? "";

    private static int Number(Message request, string name) => request.Content[name]?.GetValue<int>() ?? 0;

    private static bool Flag(Message request, string name, bool otherwise)
        => request.Content[name]?.GetValue<bool>() ?? otherwise;
}
