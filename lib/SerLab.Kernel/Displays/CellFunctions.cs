using Microsoft.AspNetCore.Html;
using SerLab.Kernel.Sessions;

namespace SerLab.Kernel.Displays;

/// <summary>What every cell can call without a using: shows values in the notebook.</summary>
public static class CellFunctions
{
    /// <summary>
    /// The folder of the notebook, absolute. The process's current directory may be another one: build file names
    /// from this one.
    /// </summary>
    public static string NotebookFolder => Running().BaseFolder;

    /// <summary>Shows a value now, in all MIME types its type has; the answer can replace it in place.</summary>
    public static DisplayedValue display(object? value) => Running().Show(value, mime: null);

    /// <summary>
    /// Shows a value in one MIME type. A string is taken as being of that type already:
    /// <c>display("&lt;b&gt;!&lt;/b&gt;", "text/html")</c>.
    /// </summary>
    public static DisplayedValue display(object? value, string mime) => Running().Show(value, mime);

    /// <summary>Marks text as HTML, so that it is drawn and not quoted.</summary>
    public static IHtmlContent HTML(string html) => new HtmlString(html);

    /// <inheritdoc cref="display(object?)"/>
    public static DisplayedValue Display<T>(this T value) => display(value);

    /// <inheritdoc cref="display(object?, string)"/>
    public static DisplayedValue Display<T>(this T value, string mime) => display(value, mime);

    /// <inheritdoc cref="display(object?, string)"/>
    public static DisplayedValue DisplayAs<T>(this T value, string mime) => display(value, mime);

    private static Session Running() => Session.Current
        ?? throw new KernelException("No cell is running here", "Call display from a cell or a task started by one.");
}
