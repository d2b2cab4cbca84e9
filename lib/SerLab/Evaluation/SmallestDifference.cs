using MathNet.Numerics.Distributions;

namespace SerLab.Evaluation;

/// <summary>
/// The smallest difference that a test set can show: one that a test at the interval's level finds in 80 of 100 test
/// sets like it, by the normal approximation, (z₁₋α/₂ + z₀.₈) standard errors (Cohen 1988). A smaller difference may be
/// there all the same.
/// </summary>
public static class SmallestDifference
{
    private const double Power = 0.8;

    /// <summary>Of these two models, from the interval of their difference; null where it has no bounds.</summary>
    /// <param name="difference">As <see cref="Bootstrap.PairedDifference"/> gives it.</param>
    /// <param name="level">Of the interval.</param>
    public static double? OfPair(Interval difference, double level = 0.95)
    {
        var z = Normal.InvCDF(0, 1, (1 + level) / 2);
        return (difference.High - difference.Low) / (2 * z) * (z + Normal.InvCDF(0, 1, Power));
    }

    /// <summary>
    /// Of one model and another of about its skill on the same clips whose errors have nothing to do with its own, from
    /// the interval of its score; models that err on the same clips can be told apart a little sooner.
    /// </summary>
    /// <param name="score">As <see cref="Bootstrap"/> gives it.</param>
    /// <param name="level">Of the interval.</param>
    public static double? OfOne(Interval score, double level = 0.95) => Math.Sqrt(2) * OfPair(score, level);
}
