using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;

namespace SerLab.Kernel.Displays;

/// <summary>
/// Turns a value into a MIME bundle: first by the type's own formatter source, else by
/// Microsoft.DotNet.Interactive.Formatting. Every bundle has <c>text/plain</c>.
/// </summary>
internal sealed class DisplayFormatter
{
    private const string Html = "text/html";
    private const string Plain = "text/plain";
    private const string WrapperStart = """<div class="dni-plaintext"><pre>""";
    private const string WrapperEnd = "</pre></div>";

    private readonly TypeFormatterSources _sources = new();

    public JsonObject Format(object? value)
    {
        var bundle = new JsonObject();
        foreach (var (mime, text) in _sources.Format(value)) Add(bundle, mime, text);
        if (!TypeFormatterSources.Covers(value))
        {
            foreach (var mime in Formatter.GetPreferredMimeTypesFor(value?.GetType() ?? typeof(object)))
                Add(bundle, mime, Text(value, mime));
        }
        if (!bundle.ContainsKey(Plain)) Add(bundle, Plain, Text(value, Plain));
        return bundle;
    }

    /// <summary>One MIME type only, plus the plain text that every bundle has.</summary>
    public JsonObject Format(object? value, string mime)
    {
        var bundle = new JsonObject();
        var own = _sources.Format(value).FirstOrDefault(entry => entry.Mime == mime).Text;
        Add(bundle, mime, own ?? (value is string text ? text : Text(value, mime)));
        if (!bundle.ContainsKey(Plain)) Add(bundle, Plain, Text(value, Plain));
        return bundle;
    }

    // The package repeats its style sheet in every output; no rule of it is needed to read the value. HTML that only
    // wraps plain text says nothing that text/plain does not.
    private static void Add(JsonObject bundle, string mime, string text)
    {
        if (mime == Html)
        {
            text = WithoutStyle(text);
            if (text.StartsWith(WrapperStart, StringComparison.Ordinal)
                && text.IndexOf(WrapperEnd, StringComparison.Ordinal) == text.Length - WrapperEnd.Length) return;
        }
        bundle[mime] = mime.EndsWith("json", StringComparison.Ordinal) ? Parsed(text) : JsonValue.Create(text);
    }

    // The package follows the same convention more strictly and would throw where a formatter answers nothing.
    private static string Text(object? value, string mime)
    {
        var text = TypeFormatterSources.Covers(value) ? value?.ToString() ?? "" : value.ToDisplayString(mime);
        text = text.ReplaceLineEndings("\n");
        return mime == Plain ? text.TrimEnd('\n') : text;
    }

    private static string WithoutStyle(string html)
    {
        var start = html.LastIndexOf("<style>\n.dni-code-hint", StringComparison.Ordinal);
        return start < 0 ? html : html[..start];
    }

    private static JsonNode? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }
}
