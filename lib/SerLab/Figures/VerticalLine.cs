using System.Text.Json.Nodes;

namespace SerLab.Figures;

/// <summary>A dashed line from the bottom to the top of a panel, its label beside its upper end.</summary>
/// <param name="At">Where on the horizontal axis.</param>
/// <param name="Label">What the line stands for; empty for none.</param>
/// <param name="IsLabelLeft">Whether the label stands left of the line, for lines near the right end.</param>
public sealed record VerticalLine(double At, string Label = "", bool IsLabelLeft = false) : IMark
{
    /// <inheritdoc/>
    public JsonObject? ToShape(string xAxis, string yAxis) => new()
    {
        ["type"] = "line",
        ["xref"] = xAxis,
        ["yref"] = $"{yAxis} domain",
        ["x0"] = PlotJson.Number(At),
        ["x1"] = PlotJson.Number(At),
        ["y0"] = 0,
        ["y1"] = 1,
        ["line"] = Theme.MarkLine(),
    };

    /// <inheritdoc/>
    public JsonObject? ToAnnotation(string xAxis, string yAxis) => Label.Length == 0 ? null : new()
    {
        ["text"] = PlotJson.Escape(Label),
        ["xref"] = xAxis,
        ["yref"] = $"{yAxis} domain",
        ["x"] = PlotJson.Number(At),
        ["y"] = 1,
        ["xanchor"] = IsLabelLeft ? "right" : "left",
        ["yanchor"] = "top",
        ["xshift"] = IsLabelLeft ? -4 : 4,
        ["showarrow"] = false,
        ["bgcolor"] = Theme.Veil,
    };
}
