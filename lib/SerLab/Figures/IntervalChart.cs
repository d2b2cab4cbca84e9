using System.Text.Json.Nodes;

namespace SerLab.Figures;

/// <summary>Points below each other, each with its interval lying on both sides.</summary>
/// <param name="Name">The series' name in the legend.</param>
/// <param name="X">The values.</param>
/// <param name="Intervals">Each value's interval, as many; NaN for no end.</param>
/// <param name="Y">The heights of the points, as many.</param>
/// <param name="Colour">As "#RRGGBB".</param>
/// <param name="Symbol">The points' number in <see cref="Symbols"/>.</param>
public sealed record IntervalChart(
    string Name, IReadOnlyList<double> X, IReadOnlyList<(double Low, double High)> Intervals, IReadOnlyList<double> Y,
    string Colour, int Symbol = 0) : IChart
{
    /// <summary>What is shown when the pointer rests on each point, as many.</summary>
    public required IReadOnlyList<string> Texts { get; init; }

    /// <inheritdoc/>
    public JsonObject ToTrace() => new()
    {
        ["type"] = "scatter",
        ["mode"] = "markers",
        ["name"] = PlotJson.Escape(Name),
        ["x"] = PlotJson.Numbers(X),
        ["y"] = PlotJson.Numbers(Y),
        ["marker"] = new JsonObject
        {
            ["size"] = 11,
            ["color"] = Colour,
            ["symbol"] = Symbols.Of(Symbol),
            ["line"] = new JsonObject { ["color"] = Colour, ["width"] = 2 },
        },
        ["error_x"] = new JsonObject
        {
            ["type"] = "data",
            ["symmetric"] = false,
            ["array"] = PlotJson.Numbers(Intervals.Zip(X, (interval, x) => interval.High - x)),
            ["arrayminus"] = PlotJson.Numbers(Intervals.Zip(X, (interval, x) => x - interval.Low)),
            ["color"] = Colour,
            ["thickness"] = 2,
            ["width"] = 6,
        },
        ["text"] = PlotJson.Texts(Texts),
        ["hovertemplate"] = "%{text}<extra></extra>",
    };
}
