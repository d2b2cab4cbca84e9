namespace SerLab.Models.Layers;

/// <summary>Filters and units of a network that is made narrower or wider.</summary>
internal static class Scaled
{
    /// <summary>The nearest whole number, at least 1.</summary>
    public static int By(double width, int filters) => Math.Max(1, (int)Math.Round(width * filters));
}
