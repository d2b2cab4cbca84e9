using System.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace SerLab.Kernel.Directives;

/// <summary><c>#!who</c> and <c>#!whos</c>: what the cells have declared, the newest of each name.</summary>
internal static class VariableDirectives
{
    private const int Shown = 80;

    public static void Names(DirectivePart directive, CellRun run)
        => run.Session.Pipe.Write("stdout", string.Join(' ', run.Session.Variables().Keys) + "\n");

    public static void Table(DirectivePart directive, CellRun run)
    {
        var html = new StringBuilder("<table><thead><tr><th>name</th><th>type</th><th>value</th></tr></thead><tbody>");
        foreach (var (name, (type, value)) in run.Session.Variables())
        {
            var text = value.ToDisplayString(PlainTextSummaryFormatter.MimeType).ReplaceLineEndings(" ");
            var cells = new[] { name, type.Name, text.Length > Shown ? text[..Shown] + "…" : text };
            html.Append("<tr>").AppendJoin("", cells.Select(cell => $"<td>{cell.HtmlEncode()}</td>")).Append("</tr>");
        }
        run.Session.Show(new HtmlString(html.Append("</tbody></table>").ToString()), mime: null);
    }
}
