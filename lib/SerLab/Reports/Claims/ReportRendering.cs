using System.Text;
using SerLab.Figures;

namespace SerLab.Reports.Claims;

/// <summary>Pieces of a report as a page, and as Markdown.</summary>
internal static class ReportRendering
{
    /// <summary>The page; the renderer draws static pictures.</summary>
    public static HtmlPage ToPage(string title, IEnumerable<ReportBlock> blocks, StaticRenderer? renderer) =>
        blocks.Aggregate(new HtmlPage(title), (page, block) => block switch
        {
            ReportBlock.Heading heading => page.Heading(heading.Text, heading.IsMinor),
            ReportBlock.Paragraph paragraph => page.Paragraph(paragraph.Text),
            ReportBlock.Note note => page.Note(note.Text, note.Tone),
            ReportBlock.Table table => page.Table(table.Columns, table.Rows),
            ReportBlock.Picture picture => page.Figure(picture.Figure, renderer),
            _ => page,
        });

    /// <summary>GitHub's Markdown; ends in a line end.</summary>
    public static string ToMarkdown(string title, IEnumerable<ReportBlock> blocks)
    {
        var text = new StringBuilder($"# {Plain(title)}\n");
        foreach (var block in blocks)
        {
            text.Append('\n').Append(block switch
            {
                ReportBlock.Heading heading => $"{(heading.IsMinor ? "###" : "##")} {Plain(heading.Text)}\n",
                ReportBlock.Paragraph paragraph => Lines(paragraph.Text),
                ReportBlock.Note note => $"**{Plain(note.Text)}**\n",
                ReportBlock.Table table => Table(table),
                ReportBlock.Picture picture => $"*{Plain(picture.Figure.Finding)}*\n",
                _ => "",
            });
        }
        return text.ToString();
    }

    private static string Table(ReportBlock.Table table) =>
        Row(table.Columns) + Row([.. table.Columns.Select(_ => "---")]) + string.Concat(table.Rows.Select(Row));

    private static string Row(IReadOnlyList<string> cells) =>
        $"| {string.Join(" | ", cells.Select(cell => Plain(cell).Replace("\n", " ")))} |\n";

    // Each line of a paragraph is an item.
    private static string Lines(string text) => text.Split('\n') is [var only]
        ? $"{Plain(only)}\n"
        : string.Concat(text.Split('\n').Select(line => $"- {Plain(line)}\n"));

    private static string Plain(string text) =>
        text.Replace("|", "\\|").Replace("*", "\\*").Replace("<", "&lt;").Replace("_", "\\_");
}
