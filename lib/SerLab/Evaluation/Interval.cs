namespace SerLab.Evaluation;

/// <summary>A measured value with its confidence interval.</summary>
/// <param name="Value">As measured on the whole test part.</param>
/// <param name="Low">Lower bound; null where there is no interval.</param>
/// <param name="High">Upper bound; null where there is no interval.</param>
/// <param name="Method">How the bounds were found, in a few words.</param>
/// <param name="Groups">How many clips or speakers were resampled (of a difference: the fewer).</param>
/// <param name="Note">Why there is no interval, or why it is coarse; null where nothing is to be said.</param>
public sealed record Interval(double Value, double? Low, double? High, string Method, int Groups, string? Note = null)
{
    /// <summary>The interval leaves out zero: a difference is more than chance.</summary>
    public bool ExcludesZero => Low > 0 || High < 0;
}
