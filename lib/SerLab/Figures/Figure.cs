using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SerLab.Files;

namespace SerLab.Figures;

/// <summary>
/// A picture of data as plotly draws it, together with what it shows in one sentence. A notebook shows it by itself:
/// interactive where scripts may run, else as a static picture, else as the sentence.
/// </summary>
/// <param name="title">What the figure is about, one line.</param>
/// <param name="finding">
/// What it shows, one sentence with the key numbers; the text for those who do not see the picture.
/// </param>
[TypeFormatterSource(typeof(FigureFormatters))]
public sealed class Figure(string title, string finding)
{
    /// <summary>What the figure is about.</summary>
    public string Title { get; } = NotEmpty(title, nameof(title));

    /// <summary>What it shows, one sentence with the key numbers.</summary>
    public string Finding { get; } = NotEmpty(finding, nameof(finding));

    /// <summary>What a reader must know to trust it, shown under the title, such as how data were split.</summary>
    public string Note { get; init; } = "";

    /// <summary>The panels, row by row from the top, above each other on one horizontal axis.</summary>
    public required IReadOnlyList<Panel> Panels { get; init; }

    /// <summary>Panels beside each other in a row.</summary>
    public int Columns { get; init; } = 1;

    /// <summary>Whether bars over the same name stand side by side rather than on each other.</summary>
    public bool IsGrouped { get; init; }

    /// <summary>
    /// Whether the next one will soon take its place, as while a network trains: a notebook then shows it without PNG,
    /// which takes longest, and without scripts.
    /// </summary>
    public bool IsLive { get; init; }

    /// <summary>Where the names of the series stand.</summary>
    public Legend Legend { get; init; }

    /// <summary>
    /// HTML that stands under the picture on a page and in a notebook, such as players of what it shows; may be empty.
    /// </summary>
    public string Below { get; init; } = "";

    /// <summary>Width in pixels.</summary>
    public int Width { get; init; } = 760;

    /// <summary>Height in pixels.</summary>
    public int Height { get; init; } = 440;

    /// <summary>
    /// The figure in plotly's JSON: <c>data</c> and <c>layout</c>. Numbers have six significant digits; the same figure
    /// gives the same bytes.
    /// </summary>
    public string ToJson()
    {
        var traces = Panels.SelectMany((panel, index) => panel.Charts.Select(chart => Trace(chart, index)));
        var json = new JsonObject { ["data"] = new JsonArray([.. traces]), ["layout"] = FigureLayout.Of(this) };
        return json.ToJsonString(Compact);
    }

    /// <summary>
    /// A page of its own that needs no network and works from a file: interactive where scripts may run, else the
    /// picture that <paramref name="renderer"/> makes, else the finding.
    /// </summary>
    public string ToHtml(StaticRenderer? renderer = null) => FigureHtml.Page(this, renderer?.ToSvg(this));

    /// <summary>
    /// Writes <c>name.html</c> into a folder and, with a renderer, <c>name.png</c> (two pixels a point) and
    /// <c>name.svg</c>. Gives the paths written.
    /// </summary>
    /// <exception cref="BadFileException">The folder cannot be written.</exception>
    public IReadOnlyList<string> Save(string folder, string name, StaticRenderer? renderer = null)
    {
        var path = Path.Combine(folder, name);
        var svg = renderer?.ToSvg(this);
        AtomicFile.WriteText($"{path}.html", FigureHtml.Page(this, svg));
        if (renderer is null || svg is null)
            return [$"{path}.html"];
        AtomicFile.WriteBytes($"{path}.png", renderer.ToPng(this));
        AtomicFile.WriteText($"{path}.svg", svg);
        return [$"{path}.html", $"{path}.png", $"{path}.svg"];
    }

    private static readonly JsonSerializerOptions Compact =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static JsonNode Trace(IChart chart, int panel)
    {
        var trace = chart.ToTrace();
        trace["xaxis"] = $"x{FigureLayout.Suffix(panel)}";
        trace["yaxis"] = $"y{FigureLayout.Suffix(panel)}";
        return trace;
    }

    private static string NotEmpty(string text, string name) => string.IsNullOrWhiteSpace(text)
        ? throw new ArgumentException($"A figure needs a {name}.", name)
        : text;
}
