using SerLab.Figures;

namespace SerLab.Reports;

/// <summary>An axis of shares from 0 to 1, labelled in percent.</summary>
internal static class PercentAxis
{
    /// <summary>From 0 to <paramref name="upTo"/>; above 1 leaves room for words over full bars.</summary>
    public static Axis Of(string title, double upTo) => new(title)
    {
        Range = (0, upTo + 0.02),
        Ticks = [.. Enumerable.Range(0, 6).Select(i => (i / 5.0, Wording.Percent(i / 5.0)))],
    };
}
