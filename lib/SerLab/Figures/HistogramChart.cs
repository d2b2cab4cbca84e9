using System.Text.Json.Nodes;

namespace SerLab.Figures;

/// <summary>How many numbers fall into equal steps of the axis. Several in one panel stand on each other.</summary>
/// <param name="Name">The series' name in the legend.</param>
/// <param name="From">Where the first step begins.</param>
/// <param name="Step">Its width, above 0.</param>
/// <param name="Counts">How many are in each step.</param>
/// <param name="Colour">As "#RRGGBB".</param>
public sealed record HistogramChart(
    string Name, double From, double Step, IReadOnlyList<int> Counts, string Colour) : IChart
{
    /// <inheritdoc/>
    public JsonObject ToTrace() => new()
    {
        ["type"] = "bar",
        ["name"] = PlotJson.Escape(Name),
        ["x"] = PlotJson.Numbers(Counts.Select((_, i) => From + (i + 0.5) * Step)),
        ["y"] = PlotJson.Numbers(Counts.Select(count => (double)count)),
        ["width"] = PlotJson.Number(Step),
        ["hovertemplate"] = $"{PlotJson.Escape(Name)}: %{{y}}<extra></extra>",
        ["marker"] = new JsonObject
        {
            ["color"] = Colour,
            ["line"] = new JsonObject { ["color"] = Theme.Card, ["width"] = 0.5 },
        },
    };
}
