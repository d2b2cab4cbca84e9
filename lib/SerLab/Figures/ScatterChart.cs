using System.Text.Json.Nodes;

namespace SerLab.Figures;

/// <summary>Points that stand for themselves.</summary>
/// <param name="Name">The series' name in the legend.</param>
/// <param name="X">Where the points stand.</param>
/// <param name="Y">Their heights, as many.</param>
/// <param name="Colour">As "#RRGGBB".</param>
public sealed record ScatterChart(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y, string Colour) : IChart
{
    /// <summary>A plotly marker shape, so that series are told apart without colour.</summary>
    public string Symbol { get; init; } = "circle";

    /// <inheritdoc/>
    public JsonObject ToTrace() => new()
    {
        ["type"] = "scatter",
        ["mode"] = "markers",
        ["name"] = PlotJson.Escape(Name),
        ["x"] = PlotJson.Numbers(X),
        ["y"] = PlotJson.Numbers(Y),
        ["marker"] = new JsonObject { ["color"] = Colour, ["symbol"] = Symbol, ["size"] = 8, ["opacity"] = 0.8 },
    };
}
