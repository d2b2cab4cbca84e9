using System.Globalization;
using System.Text.Json.Nodes;

namespace SerLab.Figures;

/// <summary>A bracket between two heights, its label in the middle: how far one value is from another.</summary>
/// <param name="FromX">Where the line at the starting height begins.</param>
/// <param name="X">Where the bracket stands on the horizontal axis; categories count from 0.</param>
/// <param name="From">The height where the bracket starts.</param>
/// <param name="To">The height where it ends.</param>
/// <param name="Label">What the distance is; a line end breaks the line.</param>
public sealed record Gap(double FromX, double X, double From, double To, string Label) : IMark
{
    /// <inheritdoc/>
    public JsonObject? ToShape(string xAxis, string yAxis) => new()
    {
        ["type"] = "path",
        ["xref"] = xAxis,
        ["yref"] = yAxis,
        ["path"] = Path(),
        ["line"] = new JsonObject { ["color"] = Theme.Text, ["width"] = 2 },
    };

    /// <inheritdoc/>
    public JsonObject? ToAnnotation(string xAxis, string yAxis) => new()
    {
        ["text"] = $"<b>{PlotJson.Escape(Label).Replace("\n", "<br>")}</b>",
        ["xref"] = xAxis,
        ["yref"] = yAxis,
        ["x"] = PlotJson.Number(X),
        ["y"] = PlotJson.Number((From + To) / 2),
        ["xanchor"] = "center",
        ["yanchor"] = "middle",
        ["showarrow"] = false,
        ["bgcolor"] = Theme.Veil,
        ["borderpad"] = 3,
    };

    /// <summary>A level line, the vertical between the heights, and a bar at its end.</summary>
    private string Path()
    {
        const double half = 0.08;
        return string.Create(CultureInfo.InvariantCulture, $"M{FromX:G6},{From:G6}L{X + half:G6},{From:G6}") +
               string.Create(CultureInfo.InvariantCulture, $"M{X:G6},{From:G6}L{X:G6},{To:G6}") +
               string.Create(CultureInfo.InvariantCulture, $"M{X - half:G6},{To:G6}L{X + half:G6},{To:G6}");
    }
}
