using System.Text.Json.Nodes;

namespace SerLab.Figures;

/// <summary>Something said about a panel's data rather than data: a line, an arrow.</summary>
public interface IMark
{
    /// <summary>The line, as a plotly shape on the axes named (such as "x2" and "y2"), or null.</summary>
    JsonObject? ToShape(string xAxis, string yAxis);

    /// <summary>The words, as a plotly annotation on the axes named, or null.</summary>
    JsonObject? ToAnnotation(string xAxis, string yAxis);
}
