using System.Text.Json.Nodes;

namespace SerLab.Figures;

/// <summary>Levels over time and bands, as an image with a colour bar; shown to the nearest whole number.</summary>
/// <param name="Levels">[band, frame], from −128 to 127, in the unit of <paramref name="Unit"/>.</param>
/// <param name="StepSeconds">The time from one frame to the next; the first frame stands at 0.</param>
/// <param name="Unit">What the colour bar says: unit and reference.</param>
public sealed record LevelChart(float[,] Levels, double StepSeconds, string Unit) : IChart
{
    /// <summary>
    /// Longer matrices are shown with this many frames at most, each the loudest of some neighbours, so that the figure
    /// of a long recording stays small.
    /// </summary>
    public int MostFrames { get; init; } = 128;

    /// <summary>The levels with the first and the last colour.</summary>
    public required (double From, double To) Range { get; init; }

    /// <summary>The part of the figure's height the colour bar takes, from below.</summary>
    public (double From, double To) BarPlace { get; init; } = (0, 1);

    /// <summary>Whether it has a colour bar; off where the bar of a chart beside it holds for both.</summary>
    public bool HasBar { get; init; } = true;

    /// <summary>What a row is called under the pointer.</summary>
    public string RowName { get; init; } = "band";

    /// <inheritdoc/>
    public JsonObject ToTrace()
    {
        var trace = new JsonObject
        {
            ["type"] = "heatmap",
            ["x0"] = PlotJson.Number(StepSeconds * (Pool - 1) / 2),
            ["dx"] = PlotJson.Number(StepSeconds * Pool),
            ["z"] = PlotJson.SignedBytes(Pooled()),
            ["zmin"] = PlotJson.Number(Range.From),
            ["zmax"] = PlotJson.Number(Range.To),
            ["zsmooth"] = "fast",
            ["colorscale"] = Palette.Levels,
            ["hovertemplate"] = "%{x:.2f} s, " + PlotJson.Escape(RowName) + " %{y}: %{z}<extra></extra>",
        };
        if (HasBar)
            trace["colorbar"] = Bar();
        else
            trace["showscale"] = false;
        return trace;
    }

    private JsonObject Bar() => new()
    {
        ["title"] = new JsonObject { ["text"] = PlotJson.Escape(Unit), ["side"] = "right" },
        ["thickness"] = 14,
        ["outlinewidth"] = 0,
        ["yanchor"] = "bottom",
        ["y"] = PlotJson.Number(BarPlace.From),
        ["len"] = PlotJson.Number(BarPlace.To - BarPlace.From),
        ["ypad"] = 0,
    };

    /// <summary>How many frames are shown as one.</summary>
    private int Pool => Math.Max(1, (Levels.GetLength(1) + MostFrames - 1) / MostFrames);

    private float[,] Pooled()
    {
        var (bands, frames, pool) = (Levels.GetLength(0), Levels.GetLength(1), Pool);
        var pooled = new float[bands, (frames + pool - 1) / pool];
        for (var band = 0; band < bands; band++)
            for (var frame = 0; frame < frames; frame++)
                pooled[band, frame / pool] = frame % pool == 0
                    ? Levels[band, frame]
                    : Math.Max(pooled[band, frame / pool], Levels[band, frame]);
        return pooled;
    }
}
