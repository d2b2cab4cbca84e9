using System.Text.Json.Nodes;

namespace SerLab.Figures;

/// <summary>Blue for less, vermilion for more, the card's own white between: apart for colour-blind eyes.</summary>
internal static class DifferenceScale
{
    private static readonly string[] Steps =
        ["#00355c", "#0072b2", "#7fbadb", "#f7f7f5", "#efae7e", "#d55e00", "#6f2f00"];

    /// <summary>The scale as plotly reads it.</summary>
    public static JsonArray ToJson() =>
        [.. Steps.Select((step, i) => (JsonNode)new JsonArray((double)i / (Steps.Length - 1), step))];
}
