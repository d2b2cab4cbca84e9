namespace SerLab.Audio.Fingerprints;

/// <summary>The highest place of a curve that is sampled often enough to be known between its samples.</summary>
internal static class Top
{
    private const int Reach = 12, Parts = 8;

    /// <summary>Where the absolute value is largest, to an eighth of a sample, and how large.</summary>
    public static (double At, double Height) Of(ReadOnlySpan<double> curve)
    {
        var best = 0;
        for (var i = 1; i < curve.Length; i++)
        {
            best = Math.Abs(curve[i]) > Math.Abs(curve[best]) ? i : best;
        }
        var (at, height) = ((double)best, Math.Abs(curve[best]));
        for (var part = 1 - Parts; part < Parts; part++)
        {
            var value = Math.Abs(Between(curve, best, (double)part / Parts));
            (at, height) = value > height ? (best + (double)part / Parts, value) : (at, height);
        }
        return (at, height);
    }

    // A sinc under a Hann window, over the samples around.
    private static double Between(ReadOnlySpan<double> curve, int at, double fraction)
    {
        var sum = 0.0;
        for (var i = Math.Max(0, at - Reach); i <= Math.Min(curve.Length - 1, at + Reach); i++)
        {
            var x = i - at - fraction;
            var sinc = x == 0 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);
            sum += curve[i] * sinc * (0.5 + 0.5 * Math.Cos(Math.PI * x / (Reach + 1)));
        }
        return sum;
    }
}
