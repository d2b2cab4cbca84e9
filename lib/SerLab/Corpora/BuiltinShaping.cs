namespace SerLab.Corpora;

/// <summary>Sample-by-sample work on synthetic speech at <see cref="Rate"/>: what espeak-ng cannot do itself.</summary>
internal static class BuiltinShaping
{
    public const int Rate = 22_050;
    private const double TiltHz = 1_000, TremorHz = 6.5, RoughHz = 38, EnvelopeSeconds = 0.01;

    /// <summary>
    /// Plays the samples at a speed that trembles about <paramref name="speed"/>: moves pitch and formants together.
    /// </summary>
    public static float[] Warp(float[] samples, double speed, double tremorSemitones, double phase)
    {
        var output = new List<float>((int)(samples.Length / speed) + 1);
        for (var at = 0.0; at < samples.Length - 1; at += Speed(output.Count))
        {
            output.Add((float)Interpolate(samples, at));
        }

        return [.. output];

        double Speed(int n) =>
            speed * Math.Pow(2, tremorSemitones / 12 * Math.Sin(2 * Math.PI * TremorHz * n / Rate + phase));
    }

    /// <summary>Raises or lowers what lies above 1 kHz.</summary>
    public static void Tilt(float[] samples, double decibels)
    {
        var pole = Math.Exp(-2 * Math.PI * TiltHz / Rate);
        var (gain, low) = (Factor(decibels), 0.0);
        for (var n = 0; n < samples.Length; n++)
        {
            low = (1 - pole) * samples[n] + pole * low;
            samples[n] = (float)(low + gain * (samples[n] - low));
        }
    }

    /// <summary>A resonance of one octave's width (the peaking filter of the Audio EQ Cookbook, Q = 1.41).</summary>
    public static void Resonate(float[] samples, double hz, double decibels)
    {
        var (w, a) = (2 * Math.PI * hz / Rate, Math.Sqrt(Factor(decibels)));
        var (alpha, cos) = (Math.Sin(w) / 2.82, Math.Cos(w));
        var scale = 1 / (1 + alpha / a);
        double x1 = 0, x2 = 0, y1 = 0, y2 = 0;
        for (var n = 0; n < samples.Length; n++)
        {
            var x = samples[n];
            var y = scale * ((1 + alpha * a) * x - 2 * cos * (x1 - y1) + (1 - alpha * a) * x2 - (1 - alpha / a) * y2);
            (x2, x1, y2, y1) = (x1, x, y1, y);
            samples[n] = (float)y;
        }
    }

    /// <summary>Adds noise that follows the loudness of the speech, relative to it in dB.</summary>
    public static void Breathe(float[] samples, double decibels, Random random)
    {
        var pole = Math.Exp(-1 / (EnvelopeSeconds * Rate));
        double gain = Factor(decibels), envelope = 0, before = 0;
        for (var n = 0; n < samples.Length; n++)
        {
            envelope = (1 - pole) * Math.Abs(samples[n]) + pole * envelope;
            var noise = random.NextDouble() * 2 - 1;
            samples[n] += (float)(gain * envelope * (noise - 0.7 * before));
            before = noise;
        }
    }

    /// <summary>Flutters the amplitude (depth 0..1) and slides the level from start to end.</summary>
    public static void Flutter(float[] samples, double depth, double arcDecibels, double phase)
    {
        for (var n = 0; n < samples.Length; n++)
        {
            var flutter = 1 - depth * (0.5 + 0.5 * Math.Sin(2 * Math.PI * RoughHz * n / Rate + phase));
            samples[n] *= (float)(flutter * Factor(arcDecibels * ((double)n / samples.Length - 0.5)));
        }
    }

    /// <summary>Brings the power to a level in dB, but no sample beyond −1 dB.</summary>
    public static void Level(float[] samples, double decibels)
    {
        var power = Math.Sqrt(samples.Sum(x => (double)x * x) / Math.Max(1, samples.Length));
        var peak = samples.Max(MathF.Abs);
        var gain = (float)Math.Min(Factor(decibels) / Math.Max(power, 1e-9), Factor(-1) / Math.Max(peak, 1e-9));
        for (var n = 0; n < samples.Length; n++)
        {
            samples[n] *= gain;
        }
    }

    /// <summary>Adds even noise of this power in dB.</summary>
    public static void AddNoise(float[] samples, double decibels, Random random)
    {
        var gain = Factor(decibels) * Math.Sqrt(3);
        for (var n = 0; n < samples.Length; n++)
        {
            samples[n] += (float)(gain * (random.NextDouble() * 2 - 1));
        }
    }

    /// <summary>Adds a tone of this amplitude in dB.</summary>
    public static void AddTone(float[] samples, double hz, double decibels)
    {
        for (var n = 0; n < samples.Length; n++)
        {
            samples[n] += (float)(Factor(decibels) * Math.Sin(2 * Math.PI * hz * n / Rate));
        }
    }

    private static double Factor(double decibels) => Math.Pow(10, decibels / 20);

    private static double Interpolate(float[] x, double at)
    {
        var n = (int)at;
        var t = at - n;
        double a = x[Math.Max(0, n - 1)], b = x[n], c = x[n + 1], d = x[Math.Min(x.Length - 1, n + 2)];
        return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    }
}
