using System.Text.Json.Nodes;

namespace SerLab.Figures;

/// <summary>How named columns go together: a square of cells, blue from −1, white at 0, vermilion to 1.</summary>
/// <param name="Names">The columns' names, from the left and from the top.</param>
/// <param name="Values">[row, column], −1..1; NaN leaves a gap.</param>
public sealed record CorrelationChart(IReadOnlyList<string> Names, double[,] Values) : IChart
{
    /// <inheritdoc/>
    public JsonObject ToTrace() => new()
    {
        ["type"] = "heatmap",
        ["x"] = PlotJson.Texts(Names),
        ["y"] = PlotJson.Texts(Names),
        ["z"] = PlotJson.Rows(Values, value => PlotJson.Number(Math.Round(value, 2))),
        ["zmin"] = -1,
        ["zmax"] = 1,
        ["colorscale"] = DifferenceScale.ToJson(),
        ["hovertemplate"] = "%{y}, %{x}: %{z}<extra></extra>",
        ["hoverongaps"] = false,
        ["xgap"] = 1,
        ["ygap"] = 1,
        ["colorbar"] = new JsonObject
        {
            ["thickness"] = 14,
            ["outlinewidth"] = 0,
            ["tickvals"] = PlotJson.Numbers([-1, -0.5, 0, 0.5, 1]),
            ["ticktext"] = PlotJson.Texts(["−1", "−0.5", "0", "0.5", "1"]),
        },
    };
}
