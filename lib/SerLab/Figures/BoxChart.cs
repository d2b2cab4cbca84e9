using System.Text.Json.Nodes;

namespace SerLab.Figures;

/// <summary>
/// A box over the middle half of some numbers with a line at their median, and whiskers over 90 % of them. Drawn as
/// lines, so plotly's own box plot is not needed.
/// </summary>
/// <param name="Name">What is shown when the pointer rests on it, before the numbers.</param>
/// <param name="X">Where the box stands.</param>
/// <param name="Spread">Its heights.</param>
/// <param name="Colour">As "#RRGGBB".</param>
public sealed record BoxChart(string Name, double X, Spread Spread, string Colour) : IChart
{
    /// <summary>The width of the box, in the unit of the axis.</summary>
    public double Width { get; init; } = 0.3;

    /// <summary>A d3 number format for the numbers under the pointer.</summary>
    public string Format { get; init; } = ".3~g";

    /// <inheritdoc/>
    public JsonObject ToTrace()
    {
        var (left, right, s) = (X - Width / 2, X + Width / 2, Spread);
        (double X, double Y)[] box =
        [
            (left, s.Quarter), (right, s.Quarter), (right, s.ThreeQuarters), (left, s.ThreeQuarters), (left, s.Quarter),
        ];
        (double X, double Y)[] gap = [(double.NaN, double.NaN)];
        (double X, double Y)[] line =
        [
            .. box, .. gap, (left, s.Median), (right, s.Median),
            .. gap, (X, s.Low), (X, s.Quarter), .. gap, (X, s.ThreeQuarters), (X, s.High),
        ];
        return new()
        {
            ["type"] = "scatter",
            ["mode"] = "lines",
            ["name"] = PlotJson.Escape(Name),
            ["x"] = PlotJson.Numbers(line.Select(point => point.X)),
            ["y"] = PlotJson.Numbers(line.Select(point => point.Y)),
            ["fill"] = "toself",
            ["fillcolor"] = Colour,
            ["line"] = new JsonObject { ["color"] = Theme.Text, ["width"] = 1.8 },
            ["showlegend"] = false,
            ["hovertemplate"] = $"{PlotJson.Escape(Name)}: %{{y:{Format}}}<extra></extra>",
        };
    }
}
