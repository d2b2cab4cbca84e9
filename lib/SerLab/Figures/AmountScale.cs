using System.Globalization;
using System.Text.Json.Nodes;

namespace SerLab.Figures;

/// <summary>
/// Cividis (Nuñez, Anderton and Renslow, PLOS ONE 2018) in nine even steps from nothing to all, and the colour of
/// words that reads on each of its colours.
/// </summary>
internal static class AmountScale
{
    private static readonly string[] Steps =
    [
        "#00204c", "#00366e", "#404d6b", "#606370", "#7c7b77", "#9b9377", "#bcaf6f", "#dfc95e", "#ffe945",
    ];

    /// <summary>The scale as plotly reads it.</summary>
    public static JsonArray ToJson() =>
        [.. Steps.Select((step, i) => (JsonNode)new JsonArray((double)i / (Steps.Length - 1), step))];

    /// <summary>Black or white, whichever has more contrast on the colour at a share: 4.5:1 or more.</summary>
    public static string TextOn(double share)
    {
        // Contrast by WCAG 2.2: (lighter + 0.05) / (darker + 0.05).
        var light = Luminance(share);
        return (light + 0.05) / 0.05 > 1.05 / (light + 0.05) ? "#000000" : "#ffffff";
    }

    /// <summary>The relative luminance of the colour at a share from 0 to 1; that of the card for NaN.</summary>
    internal static double Luminance(double share)
    {
        if (double.IsNaN(share))
            return 1;
        var place = Math.Clamp(share, 0, 1) * (Steps.Length - 1);
        var step = Math.Min((int)place, Steps.Length - 2);
        double[] weights = [0.2126, 0.7152, 0.0722];
        return weights.Select((weight, part) =>
        {
            var (from, to) = (Part(Steps[step], part), Part(Steps[step + 1], part));
            return weight * Linear((from + (to - from) * (place - step)) / 255);
        }).Sum();
    }

    private static double Part(string colour, int part) =>
        int.Parse(colour.AsSpan(1 + 2 * part, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static double Linear(double part) =>
        part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
}
