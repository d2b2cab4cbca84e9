using System.Net;
using System.Text;
using SerLab.Files;

namespace SerLab.Figures;

/// <summary>
/// A page of text, tables, figures and sounds, one below the other, in one file that needs no network: readable on
/// light and dark screens, on narrow ones and on paper; the same contents give the same bytes. Whatever is added is
/// shown as it is written, never taken as HTML.
/// </summary>
/// <param name="title">What the page is about, one line: its first heading and the name of the window.</param>
public sealed class HtmlPage(string title)
{
    private const string Signs = "+-−±<>≥≤~≈ ";

    private readonly StringBuilder _body = new();
    private bool _hasPlotly;

    /// <summary>A heading of the second level, or of the third.</summary>
    public HtmlPage Heading(string text, bool isMinor = false) =>
        Add(isMinor ? $"<h3>{Encode(text)}</h3>" : $"<h2>{Encode(text)}</h2>");

    /// <summary>A paragraph; its line breaks stay.</summary>
    public HtmlPage Paragraph(string text) => Add($"<p>{Encode(text)}</p>");

    /// <summary>A sentence that stands out, such as a verdict; the words must say what its colour says.</summary>
    public HtmlPage Note(string text, PageTone tone = PageTone.Plain) =>
        Add($"""<p class="note {tone.ToString().ToLowerInvariant()}">{Encode(text)}</p>""");

    /// <summary>A table; columns in which every cell begins like a number, or is empty, stand to the right.</summary>
    /// <param name="columns">The header.</param>
    /// <param name="rows">A cell a column; no row at all shows the header alone.</param>
    /// <exception cref="ArgumentException">A row has more or fewer cells than the header.</exception>
    public HtmlPage Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<string>[] body = [.. rows];
        if (body.FirstOrDefault(row => row.Count != columns.Count) is { } odd)
        {
            throw new ArgumentException($"A row has {odd.Count} cells, the header {columns.Count}.", nameof(rows));
        }
        string[] kinds = [.. columns.Select((_, c) => IsNumeric(body, c) ? " class=\"number\"" : "")];
        var head = Row(columns, (cell, kind) => $"<th{kind} scope=\"col\">{cell}</th>");
        var lines = body.Select(row => Row(row, (cell, kind) => $"<td{kind}>{cell}</td>"));
        return Add($"<div class=\"wide\"><table>\n<thead>{head}</thead>\n<tbody>\n{string.Join('\n', lines)}\n" +
            "</tbody></table></div>");

        string Row(IReadOnlyList<string> cells, Func<string, string, string> one) =>
            $"<tr>{string.Concat(cells.Zip(kinds, (cell, kind) => one(Encode(cell), kind)))}</tr>";
    }

    /// <summary>
    /// A figure: interactive where scripts may run, else the picture that the renderer makes, else its finding in
    /// words. The first one brings plotly.js, once for all.
    /// </summary>
    /// <exception cref="SerLabException">The renderer's browser fails.</exception>
    public HtmlPage Figure(Figure figure, StaticRenderer? renderer = null)
    {
        var part = FigureHtml.Part(figure, renderer?.ToSvg(figure), withPlotly: !_hasPlotly);
        _hasPlotly = true;
        return Add($"<figure>\n{part}\n</figure>");
    }

    /// <summary>A player with what is heard beside it.</summary>
    /// <param name="caption">What is heard.</param>
    /// <param name="mediaType">Of the file, such as <c>audio/mpeg</c>.</param>
    /// <param name="file">The sound file's bytes; they become part of the page.</param>
    public HtmlPage Sound(string caption, string mediaType, ReadOnlySpan<byte> file) => Add($"""
        <div class="sound"><audio controls preload="none" aria-label="{Encode(caption)}"
        src="data:{Encode(mediaType)};base64,{Convert.ToBase64String(file)}"></audio>
        <span>{Encode(caption)}</span></div>
        """);

    /// <summary>The page as HTML.</summary>
    public string ToHtml() => $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>{Encode(title)}</title>
        <style>
        {PlotlyScript.Text("page.css").TrimEnd()}
        </style>
        </head>
        <body>
        <main>
        <h1>{Encode(title)}</h1>
        {_body}</main>
        </body>
        </html>

        """;

    /// <summary>Writes the page; missing folders are made, and the file appears whole or not at all.</summary>
    /// <exception cref="BadFileException">The place cannot be written.</exception>
    public void Save(string path) => AtomicFile.WriteText(path, ToHtml());

    private HtmlPage Add(string html)
    {
        _body.Append(html).Append('\n');
        return this;
    }

    private static bool IsNumeric(IReadOnlyList<string>[] rows, int column) =>
        rows.Any(row => row[column].Length > 0)
        && rows.All(row => row[column].AsSpan().TrimStart(Signs) is [] or [>= '0' and <= '9', ..]);

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
