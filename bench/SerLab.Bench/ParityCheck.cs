namespace SerLab.Bench;

/// <summary>How SerLab's numbers of one signal differ from librosa's.</summary>
/// <param name="Signal">The signal.</param>
/// <param name="Golden">librosa's vector.</param>
/// <param name="Problem">Why nothing could be compared; null where it could.</param>
internal sealed record ParityCheck(string Signal, GoldenVector Golden, string? Problem)
{
    // Of smaller values, and of those within the tolerance of 0, a relative difference would say little.
    private const double CountedShare = 0.001;

    /// <summary>Number of values.</summary>
    public int Values { get; private init; }

    /// <summary>The largest difference.</summary>
    public double Absolute { get; private init; }

    /// <summary>
    /// The largest difference as a share of the value, of values above their tolerance and a thousandth of the largest.
    /// </summary>
    public double Relative { get; private init; }

    /// <summary>The largest difference as a share of its tolerance; infinite where that is 0.</summary>
    public double Used { get; private init; }

    /// <summary>Values beyond the tolerance.</summary>
    public int Outside { get; private init; }

    /// <summary>Whether the values count: those that rounding alone decides only need to be there.</summary>
    public bool Passes =>
        Problem is null && (Golden.Unstable || Outside <= Golden.Outliers * Values);

    public static ParityCheck Of(string signal, GoldenVector golden, float[] theirs, float[] ours)
    {
        if (ours.Length != theirs.Length || ours.Any(float.IsInfinity))
        {
            return new(signal, golden, $"{ours.Length} values where {theirs.Length} finite ones are due");
        }
        var rowLength = theirs.Length / golden.Shape[0];
        var parts = golden.Tolerances.Select(part =>
        {
            var (first, count) = (part.Rows[0] * rowLength, (part.Rows[1] - part.Rows[0]) * rowLength);
            return Compare(part, theirs.AsSpan(first, count), ours.AsSpan(first, count));
        }).ToArray();
        return new(signal, golden, null)
        {
            Values = theirs.Length,
            Absolute = parts.Max(part => part.Absolute),
            Relative = parts.Max(part => part.Relative),
            Used = parts.Max(part => part.Used),
            Outside = parts.Sum(part => part.Outside),
        };
    }

    private static (double Absolute, double Relative, double Used, int Outside) Compare(
        GoldenPart part, ReadOnlySpan<float> theirs, ReadOnlySpan<float> ours)
    {
        var (absolute, relative, used, outside) = (0.0, 0.0, 0.0, 0);
        var smallest = Math.Max(part.Atol, CountedShare * Largest(theirs));
        for (var i = 0; i < theirs.Length; i++)
        {
            if (float.IsNaN(theirs[i]) || float.IsNaN(ours[i]))
            {
                outside += float.IsNaN(theirs[i]) && float.IsNaN(ours[i]) ? 0 : 1;
                continue;
            }
            var (difference, size) = (Math.Abs((double)ours[i] - theirs[i]), Math.Abs((double)theirs[i]));
            var allowed = part.Atol + part.Rtol * size;
            absolute = Math.Max(absolute, difference);
            relative = size > smallest ? Math.Max(relative, difference / size) : relative;
            used = difference > 0 ? Math.Max(used, difference / allowed) : used;
            outside += difference <= allowed ? 0 : 1;
        }
        return (absolute, relative, used, outside);
    }

    private static double Largest(ReadOnlySpan<float> values)
    {
        var largest = 0.0;
        foreach (var value in values)
        {
            largest = Math.Max(largest, float.IsNaN(value) ? 0 : Math.Abs(value));
        }
        return largest;
    }
}
