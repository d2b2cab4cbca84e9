using System.Text.Json.Nodes;

namespace SerLab.Figures;

/// <summary>Words in the margin beside the right end of a row.</summary>
/// <param name="At">Where on the vertical axis.</param>
/// <param name="Label">The words.</param>
/// <param name="IsQuiet">Whether they are said in grey.</param>
public sealed record RowLabel(double At, string Label, bool IsQuiet = false) : IMark
{
    /// <inheritdoc/>
    public JsonObject? ToShape(string xAxis, string yAxis) => null;

    /// <inheritdoc/>
    public JsonObject? ToAnnotation(string xAxis, string yAxis) => new()
    {
        ["text"] = PlotJson.Escape(Label),
        ["font"] = Theme.Font(Theme.TextSize, IsQuiet ? Theme.Quiet : Theme.Text),
        ["xref"] = $"{xAxis} domain",
        ["yref"] = yAxis,
        ["x"] = 1,
        ["y"] = PlotJson.Number(At),
        ["xanchor"] = "left",
        ["yanchor"] = "middle",
        ["xshift"] = 8,
        ["showarrow"] = false,
    };
}
