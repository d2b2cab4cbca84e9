using System.Numerics;

namespace SerLab.Features;

/// <summary>Polynomials in one variable.</summary>
internal static class Polynomial
{
    private const int MostRounds = 60;
    private const double Tolerance = 1e-10;

    /// <summary>
    /// All complex roots, in no order, by the method of Ehrlich (1967) and Aberth (1973): each is moved by Newton's
    /// step while the others push it away.
    /// </summary>
    /// <param name="coefficients">Of falling powers, the first one not 0, the last one neither.</param>
    public static Complex[] Roots(ReadOnlySpan<double> coefficients)
    {
        var roots = new Complex[coefficients.Length - 1];
        for (var i = 0; i < roots.Length; i++)
        {
            roots[i] = Complex.FromPolarCoordinates(0.9, 2 * Math.PI * (i + 0.25) / roots.Length); // no two conjugate
        }
        for (var round = 0; round < MostRounds; round++)
        {
            var largest = 0.0;
            for (var i = 0; i < roots.Length; i++)
            {
                var newton = NewtonStep(coefficients, roots[i]);
                var push = Complex.Zero;
                for (var j = 0; j < roots.Length; j++)
                {
                    push += j == i ? 0 : 1 / (roots[i] - roots[j]);
                }
                var step = newton / (1 - newton * push);
                if (!Complex.IsFinite(step))
                {
                    continue; // two guesses met, or a flat place: the others move on and open it
                }
                roots[i] -= step;
                largest = Math.Max(largest, step.Magnitude);
            }
            if (largest < Tolerance)
            {
                break;
            }
        }
        return roots;
    }

    private static Complex NewtonStep(ReadOnlySpan<double> coefficients, Complex at)
    {
        Complex value = coefficients[0], derivative = 0;
        foreach (var coefficient in coefficients[1..])
        {
            derivative = derivative * at + value;
            value = value * at + coefficient;
        }
        return value / derivative;
    }
}
