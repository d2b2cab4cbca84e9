namespace SerLab.Figures;

/// <summary>Where the names of the series stand.</summary>
public enum Legend
{
    /// <summary>Nowhere: there is one series, or the axes name them.</summary>
    None,

    /// <summary>In one line above the panels, for a few series.</summary>
    Top,

    /// <summary>In a list at the right, for many; the last series on top, as stacked bars stand.</summary>
    Right,

    /// <summary>In lists at the right, one under each heading that the series name.</summary>
    Groups,
}
