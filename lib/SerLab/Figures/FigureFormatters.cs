namespace SerLab.Figures;

/// <summary>
/// How a notebook shows a <see cref="Figure"/>, one entry of its output a MIME type. A kernel makes these once a
/// session; plotly.js goes into the first figure shown that stays. Pictures are made where
/// <see cref="StaticRenderer.Find()"/> finds a browser.
/// </summary>
public sealed class FigureFormatters
{
    /// <summary>The formatters for plotly-aware notebooks, web pages, pictures and words, in this order.</summary>
    public IEnumerable<TypeFormatter> CreateTypeFormatters() => Make(StaticRenderer.Find);

    /// <summary>So many that a spectrogram's levels show no steps; more only make notebooks larger.</summary>
    private const int Colours = 64;

    internal static IEnumerable<TypeFormatter> Make(Func<StaticRenderer?> find)
    {
        var renderer = new Lazy<StaticRenderer?>(find);
        var shown = 0;
        return
        [
            // A notebook that draws plotly itself would show nothing else, so not what stands below.
            TypeFormatter.Of<Figure>(
                "application/vnd.plotly.v1+json", figure => figure.Below.Length == 0 ? figure.ToJson() : ""),
            TypeFormatter.Of<Figure>("text/html", figure =>
            {
                var svg = renderer.Value?.ToSvg(figure);
                return figure.IsLive
                    ? FigureHtml.Still(figure, svg)
                    : FigureHtml.Part(figure, svg, withPlotly: Interlocked.Exchange(ref shown, 1) == 0);
            }),
            TypeFormatter.Of<Figure>("image/png", figure => renderer.Value is { } browser && !figure.IsLive
                ? Convert.ToBase64String(browser.ToPng(figure, 1, Colours))
                : ""),
            TypeFormatter.Of<Figure>("text/plain", figure => figure.Finding),
        ];
    }
}
