using System.Text.Json.Nodes;

namespace SerLab.Figures;

/// <summary>
/// A matrix of named rows and columns; a cell's value is its colour. Its words show under the pointer, and in the cell
/// with a <see cref="CellTextChart"/> over it.
/// </summary>
/// <param name="Rows">The rows' names, from the top.</param>
/// <param name="Columns">The columns' names.</param>
/// <param name="Values">[row, column], from 0 to <see cref="Highest"/>.</param>
/// <param name="Texts">[row, column]; a line end breaks the line.</param>
public sealed record MatrixChart(
    IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, double[,] Values, string[,] Texts) : IChart
{
    /// <summary>The value that has the last colour.</summary>
    public double Highest { get; init; } = 1;

    /// <summary>What is shown when the pointer rests on a cell, in plotly's template words.</summary>
    public string Hover { get; init; } = "%{y} → %{x}: %{text}";

    /// <inheritdoc/>
    public JsonObject ToTrace() => new()
    {
        ["type"] = "heatmap",
        ["x"] = PlotJson.Texts(Columns),
        ["y"] = PlotJson.Texts(Rows),
        ["z"] = PlotJson.Rows(Values, PlotJson.Number),
        ["text"] = PlotJson.Rows(Texts, text => Lines(text)),
        ["hovertemplate"] = $"{Hover}<extra></extra>",
        ["zmin"] = 0,
        ["zmax"] = PlotJson.Number(Highest),
        ["colorscale"] = AmountScale.ToJson(),
        ["showscale"] = false,
        ["xgap"] = 2,
        ["ygap"] = 2,
    };

    /// <summary>A cell's words as plotly reads them.</summary>
    internal static JsonNode Lines(string text) => JsonValue.Create(PlotJson.Escape(text).Replace("\n", "<br>"));
}
