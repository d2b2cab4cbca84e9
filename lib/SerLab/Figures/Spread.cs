namespace SerLab.Figures;

/// <summary>How numbers are spread: five of their quantiles, as <c>numpy.quantile</c> gives them.</summary>
/// <param name="Low">5 % of the numbers are below it.</param>
/// <param name="Quarter">A quarter is below it.</param>
/// <param name="Median">Half is below it.</param>
/// <param name="ThreeQuarters">Three quarters are below it.</param>
/// <param name="High">95 % are below it.</param>
public sealed record Spread(double Low, double Quarter, double Median, double ThreeQuarters, double High)
{
    /// <summary>Measures the numbers, at least one, none of them NaN.</summary>
    public static Spread Of(IEnumerable<double> numbers)
    {
        double[] sorted = [.. numbers.Order()];
        return new(At(0.05), At(0.25), At(0.5), At(0.75), At(0.95));

        double At(double share)
        {
            var place = share * (sorted.Length - 1);
            var below = (int)place;
            var above = Math.Min(below + 1, sorted.Length - 1);
            return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
        }
    }
}
