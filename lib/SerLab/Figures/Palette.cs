namespace SerLab.Figures;

/// <summary>
/// Colours that stay apart for colour-blind eyes: the eight of Okabe and Ito ("Color Universal Design", 2008), the
/// lightest ones darkened a little so that a thin line of them shows on a light card.
/// </summary>
public static class Palette
{
    /// <summary>Blue #0072B2.</summary>
    public const string Blue = "#0072B2";

    /// <summary>Vermilion #D55E00.</summary>
    public const string Vermilion = "#D55E00";

    /// <summary>Bluish green #009E73.</summary>
    public const string Green = "#009E73";

    /// <summary>Reddish purple #CC79A7.</summary>
    public const string Purple = "#CC79A7";

    /// <summary>Orange #E69F00.</summary>
    public const string Orange = "#E69F00";

    /// <summary>Sky blue #56B4E9.</summary>
    public const string Sky = "#56B4E9";

    /// <summary>Yellow, darkened to #D9CC2C.</summary>
    public const string Yellow = "#D9CC2C";

    /// <summary>Black, softened to #333333.</summary>
    public const string Black = "#333333";

    /// <summary>The colours in the order in which series without a colour of their own take them.</summary>
    public static IReadOnlyList<string> Qualitative { get; } =
        [Blue, Vermilion, Green, Purple, Orange, Sky, Yellow, Black];

    /// <summary>The colour scale for levels, as in spectrograms.</summary>
    internal const string Levels = "Viridis";
}
