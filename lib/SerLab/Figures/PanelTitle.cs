using System.Text.Json.Nodes;

namespace SerLab.Figures;

/// <summary>Words over the upper left corner of a panel, instead of a title along its vertical axis.</summary>
/// <param name="Text">What the panel shows, with its unit.</param>
public sealed record PanelTitle(string Text) : IMark
{
    /// <inheritdoc/>
    public JsonObject? ToShape(string xAxis, string yAxis) => null;

    /// <inheritdoc/>
    public JsonObject? ToAnnotation(string xAxis, string yAxis) => new()
    {
        ["text"] = PlotJson.Escape(Text),
        ["xref"] = $"{xAxis} domain",
        ["yref"] = $"{yAxis} domain",
        ["x"] = 0,
        ["y"] = 1,
        ["xanchor"] = "left",
        ["yanchor"] = "bottom",
        ["yshift"] = 2,
        ["showarrow"] = false,
    };
}
