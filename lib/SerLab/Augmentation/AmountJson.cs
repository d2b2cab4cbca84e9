using System.Text.Json;
using System.Text.Json.Serialization;

namespace SerLab.Augmentation;

/// <summary>An amount in JSON is a number, or a list of the least and the most.</summary>
internal sealed class AmountJson : JsonConverter<Amount>
{
    public override Amount Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return reader.GetDouble();
        }
        var range = reader.TokenType == JsonTokenType.StartArray
            ? JsonSerializer.Deserialize<double[]>(ref reader, options)
            : null;
        return range is [var from, var to]
            ? new Amount(from, to)
            : throw new JsonException("An amount is a number, or a range such as [0.8, 1.2].");
    }

    public override void Write(Utf8JsonWriter writer, Amount value, JsonSerializerOptions options)
    {
        if (value.IsFixed)
        {
            writer.WriteNumberValue(value.From);
            return;
        }
        writer.WriteStartArray();
        writer.WriteNumberValue(value.From);
        writer.WriteNumberValue(value.To);
        writer.WriteEndArray();
    }
}
