using System.Text.Json.Nodes;

namespace SerLab.Figures;

/// <summary>How many numbers fall into each of the bins of equal width.</summary>
/// <param name="Name">The series' name in the legend.</param>
/// <param name="Values">The numbers, in any order.</param>
/// <param name="Colour">As "#RRGGBB".</param>
/// <param name="From">The lower end of the first bin.</param>
/// <param name="BinWidth">The width of a bin, in the unit of the numbers.</param>
public sealed record HistogramChart(
    string Name, IReadOnlyList<double> Values, string Colour, double From, double BinWidth) : IChart
{
    /// <summary>The counts are made here, so that a figure of a million numbers stays small.</summary>
    public JsonObject ToTrace()
    {
        var bins = Values
            .GroupBy(value => (int)Math.Floor((value - From) / BinWidth))
            .OrderBy(bin => bin.Key)
            .ToArray();
        return new()
        {
            ["type"] = "bar",
            ["name"] = PlotJson.Escape(Name),
            ["x"] = PlotJson.Numbers(bins.Select(bin => From + (bin.Key + 0.5) * BinWidth)),
            ["y"] = PlotJson.Numbers(bins.Select(bin => (double)bin.Count())),
            ["width"] = PlotJson.Number(BinWidth),
            ["marker"] = new JsonObject { ["color"] = Colour, ["opacity"] = 0.8 },
            ["hovertemplate"] = "%{x}: %{y}<extra></extra>",
        };
    }
}
