using System.Text.Json.Nodes;

namespace SerLab.Figures;

/// <summary>Bars over names. Several in one panel are stacked in their order from the bottom up, or
/// grouped where the figure says so.</summary>
/// <param name="Name">The series' name in the legend.</param>
/// <param name="X">The names under the bars.</param>
/// <param name="Y">The bars' heights, as many.</param>
/// <param name="Colours">One colour for all ("#RRGGBB"), or one a bar.</param>
public sealed record BarChart(
    string Name, IReadOnlyList<string> X, IReadOnlyList<double> Y, params IReadOnlyList<string> Colours) : IChart
{
    /// <summary>The ends of each bar's interval, in the unit of the heights; null for none.</summary>
    public IReadOnlyList<(double Low, double High)>? Intervals { get; init; }

    /// <summary>What is shown when the pointer rests on a bar, in plotly's template words.</summary>
    public string Hover { get; init; } = "%{x}: %{y}";

    /// <inheritdoc/>
    public JsonObject ToTrace()
    {
        var trace = new JsonObject
        {
            ["type"] = "bar",
            ["name"] = PlotJson.Escape(Name),
            ["x"] = PlotJson.Texts(X),
            ["y"] = PlotJson.Numbers(Y),
            ["hovertemplate"] = Hover,
            ["marker"] = new JsonObject
            {
                ["color"] = Colours.Count == 1 ? Colours[0] : PlotJson.Texts(Colours),
                ["line"] = new JsonObject { ["color"] = Theme.Card, ["width"] = 1 },
            },
        };
        if (Intervals is { } intervals)
            trace["error_y"] = ErrorBars(intervals);
        return trace;
    }

    private JsonObject ErrorBars(IReadOnlyList<(double Low, double High)> intervals) => new()
    {
        ["type"] = "data",
        ["symmetric"] = false,
        ["array"] = PlotJson.Numbers(intervals.Zip(Y, (interval, y) => interval.High - y)),
        ["arrayminus"] = PlotJson.Numbers(intervals.Zip(Y, (interval, y) => y - interval.Low)),
        ["color"] = Theme.Text,
        ["thickness"] = 2,
        ["width"] = 8,
    };
}
