using System.Numerics.Tensors;

namespace SerLab.Audio.Fingerprints;

/// <summary>A clip's samples at 8 kHz in half the memory.</summary>
internal sealed class Waveform
{
    private const int Reach = 3 * Peaks.Hop, FewestSamples = Peaks.Rate / 4;
    private const double LeastShare = 0.4;

    private readonly short[] _samples;
    private readonly float _unit;

    public Waveform(float[] samples)
    {
        var peak = samples.Length == 0 ? 0 : Math.Abs(TensorPrimitives.MaxMagnitude<float>(samples));
        _unit = peak / short.MaxValue;
        _samples = peak > 0 ? Array.ConvertAll(samples, x => (short)MathF.Round(x / _unit)) : new short[samples.Length];
    }

    /// <summary>
    /// How well another waveform fits, moved by about so many frames: over the stretch that both have, which holds
    /// <see cref="LeastShare"/> of the energy of one of them and lasts 0.25 s or more; null where there is none.
    /// </summary>
    public Likeness? Fit(Waveform other, int delay)
    {
        var (mine, theirs) = (Signal.Of(_samples), Signal.Of(other._samples));
        var firstLag = delay * Peaks.Hop - Reach;
        double[] correlations =
            [.. Enumerable.Range(firstLag, 2 * Reach + 1).Select(lag => Correlation(mine, theirs, lag))];
        var (at, height) = Top.Of(correlations);
        if (height <= 0)
        {
            return null;
        }
        var lag = (int)Math.Round(firstLag + at);
        var (from, to) = Overlap(mine, theirs, lag);
        var gain = theirs.Energy(from + lag, to + lag) / mine.Energy(from, to);
        return new Likeness(
            LikenessGrade.SameSound, Math.Min(1, height),
            10 * Math.Log10(gain) + 20 * Math.Log10(other._unit / _unit),
            (firstLag + at) / Peaks.Rate, (double)(to - from) / Peaks.Rate);
    }

    private static (int From, int To) Overlap(Signal mine, Signal theirs, int lag) =>
        (Math.Max(0, -lag), Math.Min(mine.Samples.Length, theirs.Samples.Length - lag));

    // 0 where too little overlaps.
    private static double Correlation(Signal mine, Signal theirs, int lag)
    {
        var (from, to) = Overlap(mine, theirs, lag);
        if (to - from < FewestSamples)
        {
            return 0;
        }
        var (a, b) = (mine.Energy(from, to), theirs.Energy(from + lag, to + lag));
        if (a <= 0 || b <= 0 || Math.Max(a / mine.Sums[^1], b / theirs.Sums[^1]) < LeastShare)
        {
            return 0;
        }
        var (one, other) = (mine.Samples.AsMemory(from, to - from), theirs.Samples.AsMemory(from + lag, to - from));
        return TensorPrimitives.Dot<float>(one.Span, other.Span) / Math.Sqrt(a * b);
    }

    /// <summary>Samples, and the energy of those before each, all of them last.</summary>
    private sealed record Signal(float[] Samples, double[] Sums)
    {
        public static Signal Of(short[] samples)
        {
            var sums = new double[samples.Length + 1];
            for (var n = 0; n < samples.Length; n++)
            {
                sums[n + 1] = sums[n] + (double)samples[n] * samples[n];
            }
            return new Signal(Array.ConvertAll(samples, x => (float)x), sums);
        }

        public double Energy(int from, int to) => Sums[to] - Sums[from];
    }
}
