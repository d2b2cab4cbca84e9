using SerLab.Figures;

namespace SerLab.Reports.Claims;

/// <summary>A piece of a report that exists as a page and as Markdown.</summary>
internal abstract record ReportBlock
{
    /// <summary>A heading of the second level, or of the third.</summary>
    public sealed record Heading(string Text, bool IsMinor = false) : ReportBlock;

    /// <summary>A paragraph.</summary>
    public sealed record Paragraph(string Text) : ReportBlock;

    /// <summary>A sentence that stands out.</summary>
    public sealed record Note(string Text, PageTone Tone) : ReportBlock;

    /// <summary>A table.</summary>
    public sealed record Table(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : ReportBlock;

    /// <summary>A figure; Markdown has its finding.</summary>
    public sealed record Picture(Figure Figure) : ReportBlock;
}
