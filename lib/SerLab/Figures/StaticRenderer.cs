using SerLab.Files;

namespace SerLab.Figures;

/// <summary>
/// Draws figures as pictures with a headless Chromium that is on the machine already. The browser starts with the
/// first picture, draws all the others too, and ends with <see cref="Dispose"/> or with the process. Calls from several
/// threads wait for each other.
/// </summary>
/// <param name="program">The browser's program file.</param>
/// <param name="patience">How long one picture may take; 30 seconds when null.</param>
public sealed class StaticRenderer(string program, TimeSpan? patience = null) : IDisposable
{
    /// <summary>
    /// The environment variable that names the browser's program file; set to nothing, figures have no static picture.
    /// </summary>
    public const string ProgramVariable = "SERLAB_CHROMIUM";

    private static readonly string[] Programs =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private readonly Lock _turn = new();
    private Chromium? _browser;

    /// <summary>
    /// A renderer with the browser that <see cref="ProgramVariable"/> names or that is found on the PATH; null when
    /// there is none.
    /// </summary>
    public static StaticRenderer? Find() =>
        Find(Environment.GetEnvironmentVariable(ProgramVariable), Environment.GetEnvironmentVariable("PATH"));

    internal static StaticRenderer? Find(string? named, string? path)
    {
        var program = named ?? OnPath(path ?? "").FirstOrDefault();
        return string.IsNullOrEmpty(program) ? null : new(program);
    }

    /// <summary>The figure as SVG, letters as text in a generic font; the same figure gives the same text.</summary>
    /// <exception cref="SerLabException">The browser does not start, ends early or takes too long.</exception>
    public string ToSvg(Figure figure) => Draw($"toSvg({figure.ToJson()}, {Size(figure)})");

    /// <summary>The figure as PNG with a palette: its most frequent colours stand for those near them.</summary>
    /// <param name="figure">What to draw.</param>
    /// <param name="scale">Pixels a point.</param>
    /// <param name="colours">The most colours, from 2 to 256.</param>
    /// <exception cref="SerLabException">The browser does not start, ends early or takes too long.</exception>
    public byte[] ToPng(Figure figure, double scale = 2, int colours = 256) =>
        Convert.FromBase64String(
            Draw($"toPng({figure.ToJson()}, {Size(figure)}, {PlotJson.Number(scale)}, {colours})"));

    /// <summary>Ends the browser.</summary>
    public void Dispose()
    {
        lock (_turn)
            EndBrowser();
    }

    private static string Size(Figure figure) => $"{{ width: {figure.Width}, height: {figure.Height} }}";

    private string Draw(string call)
    {
        lock (_turn)
        {
            if (_browser is { HasEnded: true })
                EndBrowser();
            _browser ??= Start();
            return _browser.Evaluate($"serlabPicture.{call}");
        }
    }

    private Chromium Start()
    {
        var browser = new Chromium(program, patience ?? TimeSpan.FromSeconds(30));
        try
        {
            browser.Evaluate(PlotlyScript.Renderer());
            return browser;
        }
        catch
        {
            browser.Dispose();
            throw;
        }
    }

    private void EndBrowser()
    {
        _browser?.Dispose();
        _browser = null;
    }

    private static IEnumerable<string> OnPath(string path) =>
        from program in Programs
        from folder in path.Split(Path.PathSeparator)
        let file = Path.Combine(folder, program)
        where File.Exists(file)
        select file;
}
