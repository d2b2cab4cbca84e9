using System.Text.Json.Nodes;

namespace SerLab.Figures;

/// <summary>Points joined by a line; a NaN leaves a gap.</summary>
/// <param name="Name">The series' name in the legend.</param>
/// <param name="X">Where the points stand, as many as <paramref name="Y"/>.</param>
/// <param name="Y">Their heights.</param>
/// <param name="Colour">As "#RRGGBB".</param>
public sealed record LineChart(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y, string Colour) : IChart
{
    /// <summary>Whether the line is dotted, so that series are told apart without colour.</summary>
    public bool IsDotted { get; init; }

    /// <summary>Whether the legend names the series; off for a series that another panel names already.</summary>
    public bool IsInLegend { get; init; } = true;

    /// <inheritdoc/>
    public JsonObject ToTrace() => new()
    {
        ["type"] = "scatter",
        ["mode"] = X.Count > 60 ? "lines" : "lines+markers",
        ["name"] = PlotJson.Escape(Name),
        ["legendgroup"] = PlotJson.Escape(Name),
        ["showlegend"] = IsInLegend,
        ["x"] = PlotJson.Numbers(X),
        ["y"] = PlotJson.Numbers(Y),
        ["line"] = new JsonObject { ["color"] = Colour, ["width"] = 2.5, ["dash"] = IsDotted ? "dot" : "solid" },
        ["marker"] = new JsonObject { ["size"] = 6, ["symbol"] = IsDotted ? "circle-open" : "circle" },
    };
}
