using System.Text.Json.Nodes;

namespace SerLab.Figures;

/// <summary>One series of a panel: lines, bars, a heat map and so on.</summary>
public interface IChart
{
    /// <summary>The series as a plotly trace, without its axes.</summary>
    JsonObject ToTrace();
}
