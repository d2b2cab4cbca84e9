using System.Text.Json.Nodes;
using SerLab.Kernel.Displays;

namespace SerLab.Kernel.Jupyter;

/// <summary>Sends the outputs of one cell to every client that listens.</summary>
internal sealed class OutputPublisher(Channels channels, Message request, int number, bool silent)
{
    public void Publish(Output output)
    {
        if (silent) return;
        var (type, content) = Translate(output);
        channels.Publish(type, content, request.Header);
    }

    private (string Type, JsonObject Content) Translate(Output output)
    {
        switch (output)
        {
            case StreamOutput stream:
                return ("stream", new JsonObject { ["name"] = stream.Name, ["text"] = stream.Text });
            case ResultOutput result:
                var shown = Data(result.Data);
                shown["execution_count"] = number;
                return ("execute_result", shown);
            case DisplayOutput display:
                var content = Data(display.Data);
                content["transient"] = new JsonObject { ["display_id"] = display.DisplayId };
                return (display.IsUpdate ? "update_display_data" : "display_data", content);
            case ErrorOutput error:
                return ("error", new JsonObject
                {
                    ["ename"] = error.Name,
                    ["evalue"] = error.Message,
                    ["traceback"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
                });
            default:
                throw new NotSupportedException($"The protocol has no message for {output.GetType().Name}.");
        }
    }

    private static JsonObject Data(JsonObject data)
        => new() { ["data"] = data.DeepClone(), ["metadata"] = new JsonObject() };
}
