using System.Text.Json.Nodes;
using SerLab.Kernel.Displays;

namespace SerLab.Kernel.Notebooks;

/// <summary>
/// Gathers the outputs of a run in the form a notebook stores: texts of one stream that follow each other become one,
/// updates replace what they update in whichever cell it is.
/// </summary>
internal sealed class OutputCollector
{
    private readonly Lock _gate = new();
    private readonly List<(string Id, JsonObject Output)> _displays = [];

    /// <summary>Puts one output at the end of a cell's outputs.</summary>
    public void Add(JsonArray outputs, Output output, int executionCount)
    {
        lock (_gate)
        {
            if (output is DisplayOutput { IsUpdate: true } update) Replace(update);
            else if (output is StreamOutput more && LastStream(outputs, more.Name) is { } last)
                last["text"] = last["text"]!.ToString() + more.Text;
            else outputs.Add((JsonNode)Json(output, executionCount));
        }
    }

    private static JsonObject? LastStream(JsonArray outputs, string name)
        => outputs.LastOrDefault() is JsonObject last && last["output_type"]!.ToString() == "stream"
            && last["name"]!.ToString() == name ? last : null;

    private void Replace(DisplayOutput update)
    {
        foreach (var (_, output) in _displays.Where(one => one.Id == update.DisplayId))
            output["data"] = update.Data.DeepClone();
    }

    private JsonObject Json(Output output, int executionCount)
    {
        switch (output)
        {
            case StreamOutput stream:
                return new JsonObject
                {
                    ["output_type"] = "stream", ["name"] = stream.Name, ["text"] = stream.Text,
                };
            case ResultOutput result:
                var shown = Data("execute_result", result.Data);
                shown["execution_count"] = executionCount;
                return shown;
            case DisplayOutput display:
                var json = Data("display_data", display.Data);
                _displays.Add((display.DisplayId, json));
                return json;
            case ErrorOutput error:
                return new JsonObject
                {
                    ["output_type"] = "error",
                    ["ename"] = error.Name,
                    ["evalue"] = error.Message,
                    ["traceback"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
                };
            default:
                throw new NotSupportedException($"A notebook cannot store {output.GetType().Name}.");
        }
    }

    private static JsonObject Data(string type, JsonObject data) => new()
    {
        ["output_type"] = type, ["data"] = data.DeepClone(), ["metadata"] = new JsonObject(),
    };
}
