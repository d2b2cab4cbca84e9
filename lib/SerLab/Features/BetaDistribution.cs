namespace SerLab.Features;

/// <summary>The beta distribution over 0..1.</summary>
internal static class BetaDistribution
{
    public static double Below(double x, double alpha, double beta) =>
        MathNet.Numerics.SpecialFunctions.BetaRegularized(alpha, beta, x);
}
