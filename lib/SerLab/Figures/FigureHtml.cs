using System.Net;
using System.Text;
using SerLab.Files;

namespace SerLab.Figures;

/// <summary>A figure as HTML: the static picture (or the finding in words) first, which scripts then replace.</summary>
internal static class FigureHtml
{
    /// <summary>A page of its own.</summary>
    public static string Page(Figure figure, string? svg) => $$"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <meta name="color-scheme" content="light dark">
        <title>{{WebUtility.HtmlEncode(figure.Title)}}</title>
        <style>
        body { margin: 1rem; font-family: sans-serif; }
        .card { max-width: {{figure.Width}}px; margin: auto; }
        </style>
        </head>
        <body>
        <main class="card">
        {{Part(figure, svg, withPlotly: true)}}
        </main>
        </body>
        </html>

        """;

    /// <summary>
    /// A part for a page that holds several figures; exactly one of them, any, brings plotly.js with it. A figure that
    /// is shown twice has the same key, and both places are drawn.
    /// </summary>
    public static string Part(Figure figure, string? svg, bool withPlotly)
    {
        var json = figure.ToJson();
        var key = ContentHash.OfText(json)[..16];
        var finding = WebUtility.HtmlEncode(figure.Finding);
        var loader = withPlotly ? $"<script>{PlotlyScript.Loader()}</script>" : "";
        return $"""
            <div data-serlab-figure="{key}" data-serlab-finding="{finding}" style="overflow-x:auto">
            {Still(figure, svg)}
            </div>
            {Below(figure)}<script>{PlotlyScript.Draw(key, json)}</script>{loader}
            """;
    }

    /// <summary>The picture alone, or the finding in words, without scripts.</summary>
    public static string Still(Figure figure, string? svg)
    {
        var finding = WebUtility.HtmlEncode(figure.Finding);
        return svg is null
            ? $"<p>{finding}</p>"
            : $"""<img alt="{finding}" style="max-width:100%" src="data:image/svg+xml;base64,{Base64(svg)}">""";
    }

    private static string Below(Figure figure) => figure.Below.Length == 0 ? "" : figure.Below + "\n";

    private static string Base64(string svg) => Convert.ToBase64String(Encoding.UTF8.GetBytes(svg));
}
