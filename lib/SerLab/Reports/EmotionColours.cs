using SerLab.Figures;

namespace SerLab.Reports;

/// <summary>
/// One fixed colour an emotion in every figure. The common vocabulary has the colours of Okabe and Ito with a grey, a
/// brown and an indigo; any other word has one of Paul Tol's muted colours, always the same for the same word.
/// </summary>
public static class EmotionColours
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["neutral"] = "#9A9A9A",
        ["calm"] = Palette.Sky,
        ["happy"] = Palette.Orange,
        ["sad"] = Palette.Blue,
        ["angry"] = Palette.Vermilion,
        ["fear"] = Palette.Purple,
        ["disgust"] = Palette.Green,
        ["surprise"] = Palette.Yellow,
        ["boredom"] = "#6B4423",
        ["sarcastic"] = "#332288",
    };

    private static readonly string[] Others =
        ["#882255", "#44AA99", "#117733", "#999933", "#661100", "#6699CC", "#AA4499"];

    /// <summary>The colour of an emotion as "#RRGGBB".</summary>
    public static string Of(string emotion) =>
        Known.GetValueOrDefault(emotion) ?? Others[Number(emotion) % Others.Length];

    /// <summary>The same number for the same word on every machine (FNV-1a, 32 bits).</summary>
    private static int Number(string word) =>
        (int)(word.Aggregate(2166136261u, (hash, letter) => (hash ^ letter) * 16777619u) >> 1);
}
