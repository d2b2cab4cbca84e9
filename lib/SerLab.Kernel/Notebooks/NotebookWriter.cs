using System.Text.Json.Nodes;

namespace SerLab.Kernel.Notebooks;

/// <summary>From <see cref="Notebook"/> to Jupyter's JSON: texts split into lines, so that diffs stay small.</summary>
internal static class NotebookWriter
{
    public static JsonObject ToJson(Notebook notebook) => new()
    {
        ["cells"] = new JsonArray([.. notebook.Cells.Select(CellJson)]),
        ["metadata"] = notebook.Metadata.DeepClone(),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    };

    private static JsonNode CellJson(Cell cell)
    {
        var json = new JsonObject
        {
            ["cell_type"] = cell.Kind.ToString().ToLowerInvariant(),
            ["id"] = cell.Id,
            ["metadata"] = cell.Metadata.DeepClone(),
            ["source"] = Split(cell.Source),
        };
        if (cell.Attachments is { } attachments) json["attachments"] = attachments.DeepClone();
        if (cell.Kind != CellKind.Code) return json;
        json["execution_count"] = cell.ExecutionCount;
        json["outputs"] = new JsonArray([.. cell.Outputs.Select(OutputJson)]);
        return json;
    }

    private static JsonNode? OutputJson(JsonNode? output)
    {
        if (output?.DeepClone() is not JsonObject copy) return null;
        if (copy["output_type"]?.ToString() == "stream") copy["text"] = Split(copy["text"]?.ToString() ?? "");
        if (copy["data"] is not JsonObject data) return copy;
        foreach (var (mime, value) in data.ToArray())
        {
            if (value is JsonValue text && IsText(mime)) data[mime] = Split(text.ToString());
        }
        return copy;
    }

    private static bool IsText(string mime) => mime.StartsWith("text/", StringComparison.Ordinal)
        || mime is "application/javascript" or "image/svg+xml";

    private static JsonArray Split(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var found and >= 0 ? found + 1 : text.Length;
            lines.Add(text[start..end]);
            start = end;
        }
        return lines;
    }
}
