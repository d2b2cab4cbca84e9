namespace SerLab.Features;

/// <summary>
/// Numbers about a descriptor over a clip. NaN stands for frames without a value and is left out; of no value at all
/// every answer is 0.
/// </summary>
internal static class Functionals
{
    public static double Mean(float[] values) => Defined(values) is { Length: > 0 } some ? some.Average() : 0;

    /// <summary>Standard deviation of the values (over n).</summary>
    public static double Deviation(float[] values)
    {
        var some = Defined(values);
        var mean = some.DefaultIfEmpty(0).Average();
        return Math.Sqrt(some.Select(value => (value - mean) * (value - mean)).DefaultIfEmpty(0).Average());
    }

    /// <summary>Coefficient of variation: standard deviation over the size of the mean; 0 where that is 0.</summary>
    public static double Variation(float[] values) =>
        Math.Abs(Mean(values)) is > 0 and var mean ? Deviation(values) / mean : 0;

    /// <summary>The value that a share of the values do not exceed, between neighbours by a straight line.</summary>
    /// <param name="values">Values, NaN for none.</param>
    /// <param name="share">From 0, the smallest, to 1, the largest.</param>
    public static double Percentile(float[] values, double share)
    {
        var sorted = Defined(values);
        if (sorted.Length == 0)
        {
            return 0;
        }
        Array.Sort(sorted);
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        return sorted[below] + (place - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]);
    }

    /// <summary>
    /// Slopes, in units a second, of the rising or of the falling parts: each from where the values begin to rise
    /// (fall) to where they cease to, as a straight line. Values do not rise or fall across NaN.
    /// </summary>
    /// <param name="values">Values, NaN for none.</param>
    /// <param name="hopSeconds">Time from one to the next.</param>
    /// <param name="direction">1 for rising parts, −1 for falling ones, whose slopes are below 0.</param>
    public static float[] Slopes(float[] values, double hopSeconds, int direction)
    {
        var slopes = new List<float>();
        var first = 0;
        for (var i = 1; i <= values.Length; i++)
        {
            if (i < values.Length && (values[i] - values[i - 1]) * direction > 0)
            {
                continue; // NaN is above nothing
            }
            if (i - 1 > first)
            {
                slopes.Add((float)((values[i - 1] - values[first]) / ((i - 1 - first) * hopSeconds)));
            }
            first = i;
        }
        return [.. slopes];
    }

    /// <summary>How many peaks stand out from the valleys on both sides by a share of the whole range.</summary>
    public static int Peaks(float[] values, double share)
    {
        var some = Defined(values);
        var least = share * (some.DefaultIfEmpty(0).Max() - some.DefaultIfEmpty(0).Min());
        var (peaks, rising) = (0, false);
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in some)
        {
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
            if (!rising && value - low > least)
            {
                (rising, high) = (true, value);
            }
            else if (rising && high - value > least)
            {
                (peaks, rising, low) = (peaks + 1, false, value);
            }
        }
        return peaks;
    }

    /// <summary>Means of each value and its two neighbours, as far as they are there; NaN stays.</summary>
    public static float[] Smooth(float[] values)
    {
        var smooth = new float[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var (sum, count) = (0f, 0);
            foreach (var value in values.AsSpan(Math.Max(0, i - 1)..Math.Min(values.Length, i + 2)))
            {
                (sum, count) = float.IsNaN(value) ? (sum, count) : (sum + value, count + 1);
            }
            smooth[i] = float.IsNaN(values[i]) ? float.NaN : sum / count;
        }
        return smooth;
    }

    private static double[] Defined(float[] values) =>
        [.. values.Where(value => !float.IsNaN(value)).Select(value => (double)value)];
}
