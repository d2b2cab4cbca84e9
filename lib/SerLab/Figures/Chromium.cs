using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using SerLab.Files;

namespace SerLab.Figures;

/// <summary>
/// One headless browser with one empty page, spoken to over its DevTools pipe: JSON messages that end with a zero byte.
/// The browser ends when this object is disposed and, since its pipe closes then, when this process dies in any way.
/// </summary>
internal sealed class Chromium : IDisposable
{
    private readonly TimeSpan _patience;
    private readonly string _profile;
    private readonly Process _process;
    private readonly Stream _answers;
    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly MemoryStream _unread = new();
    private readonly string _session;
    private int _lastId;

    /// <summary>Starts the browser.</summary>
    /// <param name="program">The browser's program file.</param>
    /// <param name="patience">How long one answer may take before the browser is ended.</param>
    /// <exception cref="SerLabException">The browser does not start or does not answer.</exception>
    public Chromium(string program, TimeSpan patience)
    {
        _patience = patience;
        _profile = Directory.CreateTempSubdirectory("serlab-chromium-").FullName;
        _process = Process.Start(HowToStart(program))!;
        _answers = _process.StandardOutput.BaseStream;
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
        try
        {
            var target = Send("Target.createTarget", new() { ["url"] = "about:blank" }, session: null);
            var attach = new JsonObject { ["targetId"] = (string?)target["targetId"], ["flatten"] = true };
            _session = (string)Send("Target.attachToTarget", attach, session: null)["sessionId"]!;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Called with the method and parameters of each event that arrives while an answer is awaited.</summary>
    public Action<string, JsonObject>? OnEvent { get; init; }

    /// <summary>Whether the browser has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Sends a command about the page and waits for its answer.</summary>
    public JsonObject Send(string method, JsonObject? parameters = null) => Send(method, parameters ?? [], _session);

    /// <summary>Runs JavaScript in the page, waits for its promise and gives its value as text.</summary>
    public string Evaluate(string script)
    {
        var answer = Send("Runtime.evaluate", new()
        {
            ["expression"] = script,
            ["awaitPromise"] = true,
            ["returnByValue"] = true,
        });
        if (answer["exceptionDetails"] is { } fault)
            throw Fault($"said: {fault["exception"]?["description"] ?? fault["text"]}");
        return (string?)answer["result"]?["value"] ?? "";
    }

    /// <summary>Ends the browser and removes what it wrote.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        End();
        _process.Dispose();
        _unread.Dispose();
    }

    private ProcessStartInfo HowToStart(string program)
    {
        // The browser reads commands from descriptor 3 and answers on 4; the shell puts our pipes there.
        const string script = "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1";
        string[] root = Environment.UserName == "root" ? ["--no-sandbox"] : [];
        string[] own = [$"--user-data-dir={_profile}", .. root, "about:blank"];
        return new("/bin/sh", ["-c", script, program, .. Arguments, .. own])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
    }

    private static readonly string[] Arguments =
    [
        "--headless", "--remote-debugging-pipe", "--no-first-run", "--no-default-browser-check", "--disable-gpu",
        "--disable-quic", "--disable-sync", "--disable-extensions", "--disable-background-networking",
        "--disable-component-update", "--disable-default-apps", "--disable-dev-shm-usage", "--hide-scrollbars",
        "--font-render-hinting=none", "--force-color-profile=srgb",
    ];

    private JsonObject Send(string method, JsonObject parameters, string? session)
    {
        var id = ++_lastId;
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (session is not null)
            message["sessionId"] = session;
        using var watchdog = new Timer(_ => End(), null, _patience, Timeout.InfiniteTimeSpan);
        try
        {
            var input = _process.StandardInput.BaseStream;
            input.Write([.. Encoding.UTF8.GetBytes(message.ToJsonString()), 0]);
            input.Flush();
            return Answer(id);
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException)
        {
            throw Fault("ended or did not answer in time", fault);
        }
    }

    private JsonObject Answer(int id)
    {
        while (true)
        {
            var message = JsonNode.Parse(NextMessage())!.AsObject();
            if ((int?)message["id"] == id)
                return message["error"] is { } error
                    ? throw Fault($"said: {error["message"]}")
                    : message["result"]!.AsObject();
            if ((string?)message["method"] is { } method)
                OnEvent?.Invoke(method, message["params"]?.AsObject() ?? []);
        }
    }

    private string NextMessage()
    {
        while (true)
        {
            var bytes = _unread.GetBuffer().AsSpan(0, (int)_unread.Length);
            if (bytes.IndexOf((byte)0) is >= 0 and var end)
            {
                var message = Encoding.UTF8.GetString(bytes[..end]);
                var rest = bytes[(end + 1)..].ToArray();
                _unread.SetLength(0);
                _unread.Write(rest);
                return message;
            }
            var read = _answers.Read(_buffer);
            if (read == 0)
                throw new EndOfStreamException();
            _unread.Write(_buffer, 0, read);
        }
    }

    private SerLabException Fault(string what, Exception? cause = null) => new(
        $"The browser {what}, so the figure has no static picture.",
        $"Run again, or set {StaticRenderer.ProgramVariable} to another Chromium, or to nothing for no pictures.",
        cause);

    private void OnProcessExit(object? sender, EventArgs e) => End();

    private void End()
    {
        try
        {
            if (!_process.HasExited)
                _process.Kill(entireProcessTree: true);
            _process.WaitForExit(2000);
            Directory.Delete(_profile, recursive: true);
        }
        catch (Exception fault) when (fault is InvalidOperationException or DirectoryNotFoundException or IOException)
        {
            // Already ended by the watchdog, or a helper of the browser still held a file.
        }
    }
}
