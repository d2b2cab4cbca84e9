using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json.Nodes;

namespace SerLab.Figures;

/// <summary>Values as plotly reads them, the same bytes for the same values everywhere.</summary>
internal static class PlotJson
{
    /// <summary>Six significant digits, more than a picture shows; null for NaN and infinities: a gap.</summary>
    public static JsonNode? Number(double value)
    {
        var invariant = CultureInfo.InvariantCulture;
        return double.IsFinite(value)
            ? JsonValue.Create(double.Parse(value.ToString("G6", invariant), invariant))
            : null;
    }

    /// <summary>A list of numbers.</summary>
    public static JsonArray Numbers(IEnumerable<double> values) => [.. values.Select(Number)];

    /// <summary>A list of texts, shown letter by letter.</summary>
    public static JsonArray Texts(IEnumerable<string> texts) =>
        [.. texts.Select(text => (JsonNode?)JsonValue.Create(Escape(text)))];

    /// <summary>
    /// Numbers of single precision in plotly's binary form, rounded to 1/512 of the largest one or finer: a fifth of a
    /// pixel in a panel of 100. The steps are a power of two, whose digits compress well.
    /// </summary>
    public static JsonObject Floats(IReadOnlyList<float> values)
    {
        var largest = values.Select(MathF.Abs).DefaultIfEmpty(0).Max();
        var step = largest > 0 ? MathF.ScaleB(1, int.Max(MathF.ILogB(largest) - 8, -149)) : 1;
        var bytes = new byte[sizeof(float) * values.Count];
        for (var i = 0; i < values.Count; i++)
            BinaryPrimitives.WriteSingleLittleEndian(
                bytes.AsSpan(sizeof(float) * i), MathF.Round(values[i] / step) * step);
        return new() { ["dtype"] = "f4", ["bdata"] = Convert.ToBase64String(bytes) };
    }

    /// <summary>A matrix [row, column] as a list of rows.</summary>
    public static JsonArray Rows<T>(T[,] matrix, Func<T, JsonNode?> item) =>
        [.. Enumerable.Range(0, matrix.GetLength(0)).Select(row => (JsonNode)Row(matrix, row, item))];

    /// <summary>A matrix [row, column] rounded to whole numbers from −128 to 127, in plotly's binary form.</summary>
    public static JsonObject SignedBytes(float[,] matrix)
    {
        var bytes = new byte[matrix.Length];
        var next = 0;
        foreach (var value in matrix)
            bytes[next++] = (byte)(sbyte)Math.Clamp(MathF.Round(float.IsNaN(value) ? -128 : value), -128, 127);
        return new()
        {
            ["dtype"] = "i1",
            ["bdata"] = Convert.ToBase64String(bytes),
            ["shape"] = $"{matrix.GetLength(0)}, {matrix.GetLength(1)}",
        };
    }

    /// <summary>Plotly reads a few tags and entities in texts; a label shall show what it says.</summary>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    private static JsonArray Row<T>(T[,] matrix, int row, Func<T, JsonNode?> item) =>
        [.. Enumerable.Range(0, matrix.GetLength(1)).Select(column => item(matrix[row, column]))];
}
