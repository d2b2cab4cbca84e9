using System.Text.Json.Nodes;

namespace SerLab.Figures;

/// <summary>A dashed line across a panel, its label in the margin beside its right end.</summary>
/// <param name="At">Where on the vertical axis.</param>
/// <param name="Label">What the line stands for; a line end breaks the line.</param>
public sealed record HorizontalLine(double At, string Label) : IMark
{
    /// <inheritdoc/>
    public JsonObject? ToShape(string xAxis, string yAxis) => new()
    {
        ["type"] = "line",
        ["xref"] = $"{xAxis} domain",
        ["yref"] = yAxis,
        ["x0"] = 0,
        ["x1"] = 1,
        ["y0"] = PlotJson.Number(At),
        ["y1"] = PlotJson.Number(At),
        ["line"] = Theme.MarkLine(),
    };

    /// <inheritdoc/>
    public JsonObject? ToAnnotation(string xAxis, string yAxis) => new()
    {
        ["text"] = PlotJson.Escape(Label).Replace("\n", "<br>"),
        ["xref"] = $"{xAxis} domain",
        ["yref"] = yAxis,
        ["x"] = 1,
        ["y"] = PlotJson.Number(At),
        ["xanchor"] = "left",
        ["yanchor"] = "middle",
        ["xshift"] = 6,
        ["align"] = "left",
        ["showarrow"] = false,
    };
}
