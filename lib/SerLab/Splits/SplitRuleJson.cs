using System.Text.Json;
using System.Text.Json.Serialization;
using SerLab.Files;

namespace SerLab.Splits;

/// <summary>A rule in JSON is its text.</summary>
internal sealed class SplitRuleJson : JsonConverter<SplitRule>
{
    public override SplitRule Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return SplitRule.Parse(reader.GetString() ?? "");
        }
        catch (Exception fault) when (fault is BadOptionException or InvalidOperationException)
        {
            throw new JsonException(fault.Message, fault);
        }
    }

    public override void Write(Utf8JsonWriter writer, SplitRule value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
