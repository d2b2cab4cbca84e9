using MathNet.Numerics.Distributions;

namespace SerLab.Evaluation;

/// <summary>
/// McNemar's test of two models on the same clips (McNemar 1947): of the clips that one alone got right, does one model
/// have more than its half? Clips count as independent, so where few speakers say many clips it finds too much;
/// <see cref="PermutationTest"/> by speakers does not.
/// </summary>
/// <param name="FirstOnly">Clips that the first model alone got right.</param>
/// <param name="SecondOnly">Clips that the second model alone got right.</param>
public sealed record McNemar(int FirstOnly, int SecondOnly)
{
    private int Both => FirstOnly + SecondOnly;

    private int Fewer => Math.Min(FirstOnly, SecondOnly);

    /// <summary>
    /// Two-sided exact p, from the binomial distribution; 1 where the models never differ. Below 0.05 more seldom than
    /// in 5 of 100 cases of equal models.
    /// </summary>
    public double Exact => Both == 0 ? 1 : Math.Min(1, 2 * Binomial.CDF(0.5, Both, Fewer));

    /// <summary>
    /// Two-sided mid-p (Fagerland, Lydersen, Laake 2013): nearer to 5 of 100 than the exact one; 1 where the models
    /// never differ.
    /// </summary>
    public double MidP => Both == 0
        ? 1 : Math.Min(1, (2 * Binomial.CDF(0.5, Both, Fewer)) - Binomial.PMF(0.5, Both, Fewer));

    /// <summary>Counts on the clips of both models.</summary>
    /// <exception cref="ArgumentException">
    /// The two do not hold the same clips with the same truth, or one has several answers to a clip.
    /// </exception>
    public static McNemar Of(Predictions first, Predictions second)
    {
        if (!first.SharesClipsWith(second) || first.Rows.Count != second.Rows.Count
            || first.Rows.DistinctBy(row => row.File).Count() != first.Rows.Count)
        {
            throw new ArgumentException("McNemar's test needs the same clips, each once.", nameof(second));
        }

        var right = second.Rows.ToDictionary(row => row.File, row => row.IsCorrect, StringComparer.Ordinal);
        return new McNemar(
            first.Rows.Count(row => row.IsCorrect && !right[row.File]),
            first.Rows.Count(row => !row.IsCorrect && right[row.File]));
    }
}
