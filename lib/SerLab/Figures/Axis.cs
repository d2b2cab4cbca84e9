using System.Text.Json.Nodes;

namespace SerLab.Figures;

/// <summary>One axis of a panel.</summary>
/// <param name="Title">What is shown, with its unit: "time in s".</param>
public sealed record Axis(string Title = "")
{
    /// <summary>The ends of the axis; null leaves them to the data.</summary>
    public (double From, double To)? Range { get; init; }

    /// <summary>Whether the first value stands at the top (of a vertical axis), as in a matrix.</summary>
    public bool IsReversed { get; init; }

    /// <summary>Whether values are names that all get a label, rather than numbers.</summary>
    public bool IsCategory { get; init; }

    /// <summary>A d3 number format for the labels, such as ".0%"; empty for plotly's own choice.</summary>
    public string Format { get; init; } = "";

    /// <summary>Labels at chosen places, for axes not even in their unit; empty for plotly's own choice.</summary>
    public IReadOnlyList<(double At, string Label)> Ticks { get; init; } = [];

    /// <summary>Whether lines cross the panel at the labels.</summary>
    public bool HasGrid { get; init; } = true;

    /// <summary>Whether numbers stand along it; off for a map, where only nearness means something.</summary>
    public bool HasLabels { get; init; } = true;

    /// <summary>The axis as plotly's layout holds it, without its place.</summary>
    internal JsonObject ToJson()
    {
        var axis = new JsonObject
        {
            ["title"] = new JsonObject { ["text"] = PlotJson.Escape(Title), ["standoff"] = 10 },
            ["automargin"] = true,
            ["showgrid"] = HasGrid,
            ["gridcolor"] = Theme.Grid,
            ["zeroline"] = false,
            ["linecolor"] = Theme.Line,
            ["showline"] = true,
        };
        if (Range is { } range)
            axis["range"] = PlotJson.Numbers([range.From, range.To]);
        if (IsReversed)
            axis["autorange"] = "reversed";
        if (!HasLabels)
            axis["showticklabels"] = false;
        if (IsCategory)
            axis["type"] = "category";
        if (Format.Length > 0)
            axis["tickformat"] = Format;
        if (Ticks.Count > 0)
        {
            axis["tickvals"] = PlotJson.Numbers(Ticks.Select(tick => tick.At));
            axis["ticktext"] = PlotJson.Texts(Ticks.Select(tick => tick.Label));
        }
        return axis;
    }
}
