using SerLab.Figures;

namespace SerLab.Reports;

/// <summary>
/// One fixed colour an emotion in every figure. Most are of Okabe and Ito, and all of the common vocabulary stay apart
/// for eyes that lack one kind of cone; any other word has one of Paul Tol's muted colours, always the same one.
/// </summary>
public static class EmotionColours
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["neutral"] = "#C0C0C0",
        ["calm"] = Palette.Sky,
        ["happy"] = Palette.Orange,
        ["sad"] = Palette.Blue,
        ["angry"] = Palette.Vermilion,
        ["fear"] = "#AA3377",
        ["disgust"] = Palette.Green,
        ["surprise"] = "#F0E442",
        ["boredom"] = "#6B4423",
        ["sarcastic"] = "#332288",
    };

    private static readonly string[] Others =
        ["#882255", "#44AA99", "#117733", "#999933", "#661100", "#6699CC"];

    /// <summary>The colour of an emotion as "#RRGGBB".</summary>
    public static string Of(string emotion) =>
        Known.GetValueOrDefault(emotion) ?? Others[Number(emotion) % Others.Length];

    /// <summary>The same number for the same word on every machine (FNV-1a, 32 bits).</summary>
    private static int Number(string word) =>
        (int)(word.Aggregate(2166136261u, (hash, letter) => (hash ^ letter) * 16777619u) >> 1);
}
