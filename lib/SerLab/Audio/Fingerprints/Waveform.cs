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
        var peak = samples.Length == 0 ? 0 : TensorPrimitives.MaxMagnitude<float>(samples);
        _unit = Math.Abs(peak) / short.MaxValue;
        _samples = _unit > 0 ? Array.ConvertAll(samples, x => (short)MathF.Round(x / _unit)) : new short[samples.Length];
    }

    /// <summary>
    /// How well another waveform fits, moved by about so many frames: over the stretch that both have, which holds
    /// <see cref="LeastShare"/> of the energy of one of them and lasts 0.25 s or more; null where there is none.
    /// </summary>
    public Likeness? Fit(Waveform other, int delay)
    {
        float[] mine = Array.ConvertAll(_samples, x => (float)x), theirs = Array.ConvertAll(other._samples, x => (float)x);
        double[] energy = Energies(mine), theirEnergy = Energies(theirs);
        var correlations = new double[2 * Reach + 1];
        var ratios = new double[correlations.Length];
        for (var i = 0; i < correlations.Length; i++)
        {
            var lag = delay * Peaks.Hop - Reach + i;
            var (from, to) = (Math.Max(0, -lag), Math.Min(mine.Length, theirs.Length - lag));
            if (to - from < FewestSamples)
            {
                continue;
            }
            var (a, b) = (energy[to] - energy[from], theirEnergy[to + lag] - theirEnergy[from + lag]);
            if (a <= 0 || b <= 0 || Math.Max(a / energy[^1], b / theirEnergy[^1]) < LeastShare)
            {
                continue;
            }
            var product = TensorPrimitives.Dot<float>(mine.AsSpan(from, to - from), theirs.AsSpan(from + lag, to - from));
            correlations[i] = product / Math.Sqrt(a * b);
            ratios[i] = Math.Sqrt(b / a) * other._unit / _unit;
        }
        var (at, height) = Top.Of(correlations);
        if (height <= 0)
        {
            return null;
        }
        var best = delay * Peaks.Hop - Reach + at;
        return new Likeness(
            LikenessGrade.SameSound, Math.Min(1, height), 20 * Math.Log10(ratios[(int)Math.Round(at)] * Math.Min(1, height)),
            best / Peaks.Rate, Overlap((int)Math.Round(best), other));
    }

    private double Overlap(int lag, Waveform other) =>
        (double)(Math.Min(_samples.Length, other._samples.Length - lag) - Math.Max(0, -lag)) / Peaks.Rate;

    // Of the samples before each, all of them last.
    private static double[] Energies(float[] samples)
    {
        var sums = new double[samples.Length + 1];
        for (var n = 0; n < samples.Length; n++)
        {
            sums[n + 1] = sums[n] + (double)samples[n] * samples[n];
        }
        return sums;
    }
}
