using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SerLab.Kernel.Notebooks;

/// <summary>
/// Writes JSON as Jupyter does: keys in ordinal order, one blank a level, letters of all scripts as they are. The
/// framework's writer escapes other characters than Python's, which would make every saved notebook a difference.
/// </summary>
internal static class JupyterJson
{
    public static string Text(JsonNode node)
    {
        var text = new StringBuilder();
        Write(node, 0, text);
        return text.Append('\n').ToString();
    }

    private static void Write(JsonNode? node, int depth, StringBuilder text)
    {
        switch (node)
        {
            case JsonObject members:
                var sorted = members.OrderBy(member => member.Key, StringComparer.Ordinal);
                WriteList('{', '}', sorted, depth, text, member =>
                {
                    WriteString(member.Key, text);
                    text.Append(": ");
                    Write(member.Value, depth + 1, text);
                });
                break;
            case JsonArray items:
                WriteList('[', ']', items, depth, text, item => Write(item, depth + 1, text));
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                WriteString(value.GetValue<string>(), text);
                break;
            default:
                text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private static void WriteList<T>(
        char open, char close, IEnumerable<T> items, int depth, StringBuilder text, Action<T> write)
    {
        text.Append(open);
        var any = false;
        foreach (var item in items)
        {
            if (any) text.Append(',');
            text.Append('\n').Append(' ', depth + 1);
            write(item);
            any = true;
        }
        if (any) text.Append('\n').Append(' ', depth);
        text.Append(close);
    }

    private static void WriteString(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }
        text.Append('"');
    }
}
