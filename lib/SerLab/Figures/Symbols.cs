namespace SerLab.Figures;

/// <summary>Shapes of points, those most unlike each other first.</summary>
public static class Symbols
{
    private static readonly string[] Shapes =
    [
        "circle", "x", "triangle-up", "square", "star", "diamond", "cross", "triangle-down", "hourglass",
        "triangle-left", "bowtie", "triangle-right",
    ];

    /// <summary>How many different ones there are: each shape filled, then each as an outline.</summary>
    public static int Count => 2 * Shapes.Length;

    /// <summary>Plotly's name of symbol number <paramref name="index"/>, from 0; they repeat after the last.</summary>
    public static string Of(int index) => IsOpen(index) ? $"{Shape(index)}-open" : Shape(index);

    /// <summary>Whether it is an outline.</summary>
    internal static bool IsOpen(int index) => index % Count >= Shapes.Length;

    private static string Shape(int index) => Shapes[index % Shapes.Length];
}
