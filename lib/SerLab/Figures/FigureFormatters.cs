namespace SerLab.Figures;

/// <summary>
/// How a notebook shows a <see cref="Figure"/>, one entry of its output a MIME type. A kernel makes these once a
/// session; plotly.js goes into the first figure shown. Pictures are made where <see cref="StaticRenderer.Find()"/>
/// finds a browser.
/// </summary>
public sealed class FigureFormatters
{
    /// <summary>The formatters for plotly-aware notebooks, web pages, pictures and words, in this order.</summary>
    public IEnumerable<FigureFormatter> CreateTypeFormatters() => Make(StaticRenderer.Find);

    internal static IEnumerable<FigureFormatter> Make(Func<StaticRenderer?> find)
    {
        var renderer = new Lazy<StaticRenderer?>(find);
        var shown = 0;
        return
        [
            new("application/vnd.plotly.v1+json", figure => figure.ToJson()),
            new("text/html", figure =>
            {
                var withPlotly = Interlocked.Exchange(ref shown, 1) == 0;
                return FigureHtml.Part(figure, renderer.Value?.ToSvg(figure), withPlotly);
            }),
            new("image/png", figure =>
                renderer.Value is { } browser ? Convert.ToBase64String(browser.ToPng(figure, scale: 1)) : ""),
            new("text/plain", figure => figure.Finding),
        ];
    }
}

/// <summary>Writes a figure in one MIME type.</summary>
public sealed class FigureFormatter
{
    private readonly Func<Figure, string> _format;

    internal FigureFormatter(string mimeType, Func<Figure, string> format) => (MimeType, _format) = (mimeType, format);

    /// <summary>The type of what is written.</summary>
    public string MimeType { get; }

    /// <summary>Writes a <see cref="Figure"/>; writes nothing where there is no static picture to write.</summary>
    public void Format(object value, TextWriter writer) => writer.Write(_format((Figure)value));
}
