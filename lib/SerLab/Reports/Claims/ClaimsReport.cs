using SerLab.Evaluation;
using SerLab.Figures;
using SerLab.Files;

namespace SerLab.Reports.Claims;

/// <summary>All claims that have been run, and why the others were not, as one page and as Markdown.</summary>
/// <param name="results">In the order in which they are to be told.</param>
public sealed class ClaimsReport(IReadOnlyList<ClaimResult> results)
{
    /// <summary>Name of the page.</summary>
    public const string PageName = "claims.html";

    /// <summary>Name of the same in Markdown.</summary>
    public const string MarkdownName = "claims.md";

    private const string Title = "Published claims, run again";

    private const string Rule =
        "Each claim is run twice: by its published protocol, and by the same recipe on speakers that training has " +
        "not heard. A claim is reproduced where it is not above the 95 % interval of the first (over clips), and " +
        "only by leak where it then is above that of the second (over speakers, or over clips where fewer than 5 " +
        "are tested).";

    /// <summary>A table of results with a sentence for each, for a terminal.</summary>
    public static string ToText(IReadOnlyList<ClaimResult> results) => ClaimText.Render(results);

    /// <summary>A table for a terminal, its columns to the left; ends in a line end.</summary>
    public static string Table(IReadOnlyList<string> header, IEnumerable<string[]> rows) =>
        TextTable.Render(header, header.Count, [.. rows]);

    /// <summary>The scores of all claims that were run, beside what was claimed; null where none was.</summary>
    public Figure? Figure() => ClaimsFigure.Of(results);

    /// <summary>The page: one file that needs no network.</summary>
    /// <param name="renderer">Draws static pictures; without it, figures need scripts.</param>
    public HtmlPage ToPage(StaticRenderer? renderer = null) => ReportRendering.ToPage(Title, Blocks(), renderer);

    /// <summary>The same in Markdown, without figures.</summary>
    public string ToMarkdown() => ReportRendering.ToMarkdown(Title, Blocks());

    /// <summary>Writes page, Markdown and the results as JSON.</summary>
    /// <exception cref="BadFileException">The folder cannot be written.</exception>
    public void Save(string folder, StaticRenderer? renderer = null)
    {
        ToPage(renderer).Save(Path.Combine(folder, PageName));
        AtomicFile.WriteText(Path.Combine(folder, MarkdownName), ToMarkdown());
        Json.Write(Path.Combine(folder, "claims.json"), results);
    }

    private IEnumerable<ReportBlock> Blocks()
    {
        var run = results.Where(result => result.Trial is not null).ToArray();
        var not = results.Where(result => result.Trial is null).ToArray();
        yield return new ReportBlock.Paragraph(Rule);
        if (run.Length > 0)
        {
            yield return new ReportBlock.Table(ClaimText.Columns, [.. run.SelectMany(ClaimText.Rows)]);
        }
        if (Figure() is { } figure)
        {
            yield return new ReportBlock.Picture(figure);
        }
        foreach (var block in run.SelectMany(ClaimSection.Of))
        {
            yield return block;
        }
        if (not.Length > 0)
        {
            yield return new ReportBlock.Heading("Not run");
            yield return new ReportBlock.Table(
                ["claim", "what is claimed", "why it was not run"],
                [.. not.Select(result => (string[])[result.Id, result.Claim.About, result.Sentence])]);
        }
        foreach (var block in not.Where(result => result.Arithmetic is { Holds: false })
            .SelectMany(ClaimSection.OfArithmetic))
        {
            yield return block;
        }
    }
}
