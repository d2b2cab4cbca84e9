namespace SerLab.Figures;

/// <summary>One pair of axes and what is drawn on it.</summary>
public sealed record Panel(Axis X, Axis Y)
{
    /// <summary>The series, drawn in this order.</summary>
    public required IReadOnlyList<IChart> Charts { get; init; }

    /// <summary>Lines and arrows over the series.</summary>
    public IReadOnlyList<IMark> Marks { get; init; } = [];

    /// <summary>How much of the figure's height this panel gets beside the others.</summary>
    public double Share { get; init; } = 1;
}
