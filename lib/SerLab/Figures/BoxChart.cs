using System.Text.Json.Nodes;

namespace SerLab.Figures;

/// <summary>Median, quartiles and whiskers of numbers, with the numbers themselves beside the box.</summary>
/// <param name="Name">The name under the box.</param>
/// <param name="Values">The numbers.</param>
/// <param name="Colour">As "#RRGGBB".</param>
public sealed record BoxChart(string Name, IReadOnlyList<double> Values, string Colour) : IChart
{
    /// <inheritdoc/>
    public JsonObject ToTrace() => new()
    {
        ["type"] = "box",
        ["name"] = PlotJson.Escape(Name),
        ["y"] = PlotJson.Numbers(Values),
        ["boxpoints"] = Values.Count > 300 ? "outliers" : "all",
        ["jitter"] = 0.4,
        ["marker"] = new JsonObject { ["color"] = Colour, ["size"] = 4, ["opacity"] = 0.6 },
        ["showlegend"] = false,
    };
}
