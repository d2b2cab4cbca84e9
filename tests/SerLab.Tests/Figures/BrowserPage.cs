using System.Text.Json.Nodes;
using SerLab.Figures;

namespace SerLab.Tests.Figures;

/// <summary>A page in a headless browser; what it complains about and what it asks the network for is kept.</summary>
internal sealed class BrowserPage : IDisposable
{
    private readonly Chromium _browser;

    public BrowserPage(string path)
    {
        _browser = new(Program(), TimeSpan.FromSeconds(30)) { OnEvent = Note };
        foreach (var domain in (string[])["Runtime", "Log", "Network", "Page"])
            _browser.Send($"{domain}.enable");
        _browser.Send("Page.navigate", new() { ["url"] = new Uri(path).AbsoluteUri });
    }

    public List<string> Complaints { get; } = [];

    public List<string> Requests { get; } = [];

    public static string Program()
    {
        var folders = Environment.GetEnvironmentVariable("PATH")!.Split(':');
        var program = Environment.GetEnvironmentVariable(StaticRenderer.ProgramVariable)
            ?? folders.Select(folder => Path.Combine(folder, "chromium")).FirstOrDefault(File.Exists);
        Assert.False(string.IsNullOrEmpty(program), "Chromium is not installed; `./lab test` installs it.");
        return program!;
    }

    /// <summary>Waits until so many figures are drawn, ten seconds at most; gives how many are.</summary>
    public int Drawn(int expected) => int.Parse(_browser.Evaluate($$"""
        (async () => {
          const isDrawn = place => place.querySelector(".cartesianlayer .trace path, .cartesianlayer .trace text");
          const drawn = () => [...document.querySelectorAll("[data-serlab-figure]")].filter(isDrawn).length;
          for (let i = 0; i < 200 && drawn() < {{expected}}; i++) await new Promise(next => setTimeout(next, 50));
          await new Promise(next => setTimeout(next, 100));
          return String(drawn());
        })()
        """));

    /// <summary>Drags from one place of the page to another, in pixels.</summary>
    public void Drag((double X, double Y) from, (double X, double Y) to)
    {
        Mouse("mousePressed", from);
        foreach (var part in (double[])[0.25, 0.5, 0.75, 1])
            Mouse("mouseMoved", (from.X + part * (to.X - from.X), from.Y + part * (to.Y - from.Y)));
        Mouse("mouseReleased", to);
    }

    /// <summary>Makes the window so many pixels wide.</summary>
    public void Resize(int width) => _browser.Send("Emulation.setDeviceMetricsOverride", new()
    {
        ["width"] = width,
        ["height"] = 800,
        ["deviceScaleFactor"] = 1,
        ["mobile"] = false,
    });

    /// <summary>Asks for the <c>light</c> or the <c>dark</c> look.</summary>
    public void Prefer(string scheme)
    {
        var feature = new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = scheme };
        _browser.Send("Emulation.setEmulatedMedia", new() { ["features"] = new JsonArray(feature) });
    }

    public string Evaluate(string script) => _browser.Evaluate(script);

    public void Dispose() => _browser.Dispose();

    private void Mouse(string type, (double X, double Y) at) => _browser.Send("Input.dispatchMouseEvent", new()
    {
        ["type"] = type,
        ["x"] = at.X,
        ["y"] = at.Y,
        ["button"] = "left",
        ["buttons"] = 1,
        ["clickCount"] = 1,
    });

    private void Note(string method, JsonObject parameters)
    {
        if (method == "Network.requestWillBeSent")
            Requests.Add((string)parameters["request"]!["url"]!);
        if (method is "Runtime.exceptionThrown" or "Log.entryAdded")
            Complaints.Add(parameters.ToJsonString());
        if (method == "Runtime.consoleAPICalled" && (string?)parameters["type"] is "error" or "warning")
            Complaints.Add(parameters.ToJsonString());
    }
}
