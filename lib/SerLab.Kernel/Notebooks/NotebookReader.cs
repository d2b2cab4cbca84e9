using System.Text.Json.Nodes;

namespace SerLab.Kernel.Notebooks;

/// <summary>From Jupyter's JSON to <see cref="Notebook"/>: joins split texts and names cells that have no id.</summary>
internal static class NotebookReader
{
    public static Notebook Read(JsonObject root, string name)
    {
        if (root["nbformat"]?.GetValue<int>() is not 4)
        {
            var format = root["nbformat"]?.ToString() ?? "none";
            throw new KernelException($"{name} is not of notebook format 4 but of {format}",
                "Open and save it in a current Jupyter, which converts it.");
        }
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var cells = (root["cells"] as JsonArray ?? []).OfType<JsonObject>().Select((cell, i) => ReadCell(cell, i, ids));
        return new Notebook { Cells = [.. cells], Metadata = Clone(root["metadata"]) };
    }

    private static Cell ReadCell(JsonObject cell, int index, HashSet<string> ids)
    {
        var kind = cell["cell_type"]?.ToString() switch
        {
            "code" => CellKind.Code,
            "markdown" => CellKind.Markdown,
            _ => CellKind.Raw,
        };
        return new Cell
        {
            Kind = kind,
            Id = UniqueId(cell["id"]?.ToString(), index, ids),
            Source = Joined(cell["source"]),
            Metadata = Clone(cell["metadata"]),
            Attachments = cell["attachments"] is JsonObject attachments ? Clone(attachments) : null,
            Outputs = [.. (cell["outputs"] as JsonArray ?? []).OfType<JsonObject>().Select(ReadOutput)],
            ExecutionCount = kind == CellKind.Code ? cell["execution_count"]?.GetValue<int>() : null,
        };
    }

    private static string UniqueId(string? id, int index, HashSet<string> ids)
    {
        if (id is { Length: > 0 } && ids.Add(id)) return id;
        var number = index + 1;
        while (!ids.Add($"cell-{number}")) number++;
        return $"cell-{number}";
    }

    private static JsonObject ReadOutput(JsonObject output)
    {
        var copy = Clone(output);
        if (copy["text"] is JsonArray text) copy["text"] = Joined(text);
        if (copy["data"] is not JsonObject data) return copy;
        foreach (var (mime, value) in data.ToArray())
        {
            if (value is JsonArray lines && !mime.EndsWith("json", StringComparison.Ordinal))
                data[mime] = Joined(lines);
        }
        return copy;
    }

    private static string Joined(JsonNode? text)
        => (text is JsonArray lines ? string.Concat(lines.Select(line => line?.ToString())) : text?.ToString() ?? "")
            .ReplaceLineEndings("\n");

    private static JsonObject Clone(JsonNode? node) => node is JsonObject one ? (JsonObject)one.DeepClone() : [];
}
