using System.Text.Json.Nodes;

namespace SerLab.Figures;

/// <summary>Words above points, such as the values over bars.</summary>
/// <param name="X">The names on the horizontal axis.</param>
/// <param name="Y">The heights above which the words stand.</param>
/// <param name="Texts">The words, as many.</param>
public sealed record TextChart(IReadOnlyList<string> X, IReadOnlyList<double> Y, IReadOnlyList<string> Texts) : IChart
{
    /// <inheritdoc/>
    public JsonObject ToTrace() => new()
    {
        ["type"] = "scatter",
        ["mode"] = "text",
        ["x"] = PlotJson.Texts(X),
        ["y"] = PlotJson.Numbers(Y),
        ["text"] = PlotJson.Texts(Texts),
        ["textposition"] = "top center",
        ["textfont"] = new JsonObject { ["size"] = Theme.TextSize + 2, ["color"] = Theme.Text },
        ["cliponaxis"] = false,
        ["showlegend"] = false,
        ["hoverinfo"] = "skip",
    };
}
