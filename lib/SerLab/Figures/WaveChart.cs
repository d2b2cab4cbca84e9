using System.Text.Json.Nodes;

namespace SerLab.Figures;

/// <summary>
/// A sound wave. More samples than a picture has columns are drawn as the lowest and highest of each column, so a long
/// recording stays small and no peak is lost.
/// </summary>
/// <param name="Samples">One channel.</param>
/// <param name="Rate">Samples a second.</param>
/// <param name="Colour">As "#RRGGBB".</param>
public sealed record WaveChart(float[] Samples, int Rate, string Colour) : IChart
{
    /// <summary>The columns that the wave is drawn with.</summary>
    public int Columns { get; init; } = 400;

    /// <inheritdoc/>
    public JsonObject ToTrace()
    {
        var (heights, step) = Samples.Length <= 2 * Columns
            ? (Samples, 1.0 / Rate)
            : (Envelope().ToArray(), Samples.Length / (2.0 * Columns * Rate));
        return new()
        {
            ["type"] = "scatter",
            ["mode"] = "lines",
            ["x0"] = 0,
            ["dx"] = PlotJson.Number(step),
            ["y"] = PlotJson.Floats(heights),
            ["line"] = new JsonObject { ["color"] = Colour, ["width"] = 1 },
            ["hoverinfo"] = "skip",
            ["showlegend"] = false,
        };
    }

    /// <summary>The lowest and the highest sample of each column in turn.</summary>
    internal IEnumerable<float> Envelope()
    {
        for (var column = 0; column < Columns; column++)
        {
            var start = (int)((long)Samples.Length * column / Columns);
            var end = (int)((long)Samples.Length * (column + 1) / Columns);
            var part = Samples.AsSpan(start, end - start);
            var (low, high) = (part[0], part[0]);
            foreach (var sample in part)
                (low, high) = (Math.Min(low, sample), Math.Max(high, sample));
            yield return low;
            yield return high;
        }
    }
}
