using System.Text.Json.Nodes;

namespace SerLab.Figures;

/// <summary>Points that stand for themselves.</summary>
/// <param name="Name">The series' name in the legend.</param>
/// <param name="X">Where the points stand, as many as <paramref name="Y"/>.</param>
/// <param name="Y">Their heights.</param>
/// <param name="Colour">As "#RRGGBB".</param>
public sealed record PointsChart(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y, string Colour) : IChart
{
    /// <summary>Each point's number in <see cref="Figures.Symbols"/>, as many, or one for all.</summary>
    public IReadOnlyList<int> Symbols { get; init; } = [0];

    /// <summary>What is shown when the pointer rests on each point, as many; empty for nothing.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>Pixels across.</summary>
    public double Size { get; init; } = 8;

    /// <summary>From 0, unseen, to 1: what lies under a point shines through.</summary>
    public double Opacity { get; init; } = 0.9;

    /// <summary>The heading under which the legend names the series; empty for none.</summary>
    public string Group { get; init; } = "";

    /// <summary>Whether the legend names the series.</summary>
    public bool IsInLegend { get; init; } = true;

    /// <inheritdoc/>
    public JsonObject ToTrace()
    {
        var trace = new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "markers",
            ["name"] = PlotJson.Escape(Name),
            ["showlegend"] = IsInLegend,
            ["x"] = PlotJson.Numbers(X),
            ["y"] = PlotJson.Numbers(Y),
            ["marker"] = Marker(),
        };
        if (Group.Length > 0)
        {
            trace["legendgroup"] = PlotJson.Escape(Group);
            trace["legendgrouptitle"] = new JsonObject { ["text"] = PlotJson.Escape(Group) };
        }
        if (Texts.Count == 0)
            trace["hoverinfo"] = "skip";
        else
            (trace["text"], trace["hovertemplate"]) = (PlotJson.Texts(Texts), "%{text}<extra></extra>");
        return trace;
    }

    private JsonObject Marker() => new()
    {
        ["size"] = PlotJson.Number(Size),
        ["color"] = Colour,
        ["opacity"] = PlotJson.Number(Opacity),
        ["symbol"] = Symbols.Count == 1
            ? Figures.Symbols.Of(Symbols[0])
            : PlotJson.Texts(Symbols.Select(Figures.Symbols.Of)),
        // An outline is a line of the colour; a filled point has a thin rim that parts it from its neighbours.
        ["line"] = new JsonObject
        {
            ["color"] = Theme.Card,
            ["width"] = Symbols.Count == 1 ? Rim(Symbols[0]) : PlotJson.Numbers(Symbols.Select(Rim)),
        },
    };

    private static double Rim(int symbol) => Figures.Symbols.IsOpen(symbol) ? 1.8 : 0.5;
}
