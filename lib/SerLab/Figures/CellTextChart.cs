using System.Text.Json.Nodes;

namespace SerLab.Figures;

/// <summary>The words in the cells of a <see cref="MatrixChart"/>, black or white by contrast with the cell.</summary>
/// <param name="Cells">The matrix that the words belong to.</param>
public sealed record CellTextChart(MatrixChart Cells) : IChart
{
    /// <inheritdoc/>
    public JsonObject ToTrace()
    {
        var cells = Enumerable.Range(0, Cells.Rows.Count)
            .SelectMany(row => Enumerable.Range(0, Cells.Columns.Count).Select(column => (Row: row, Column: column)))
            .ToArray();
        var size = Cells.Rows.Count > 8 ? Theme.TextSize - 3 : Theme.TextSize - 1;
        var colours = cells.Select(cell => AmountScale.TextOn(Cells.Values[cell.Row, cell.Column] / Cells.Highest));
        return new()
        {
            ["type"] = "scatter",
            ["mode"] = "text",
            ["x"] = PlotJson.Texts(cells.Select(cell => Cells.Columns[cell.Column])),
            ["y"] = PlotJson.Texts(cells.Select(cell => Cells.Rows[cell.Row])),
            ["text"] = new JsonArray([.. cells.Select(cell => MatrixChart.Lines(Cells.Texts[cell.Row, cell.Column]))]),
            ["textfont"] = new JsonObject { ["size"] = size, ["color"] = PlotJson.Texts(colours) },
            ["hoverinfo"] = "skip",
            ["showlegend"] = false,
        };
    }
}
