using SerLab.Audio;
using SerLab.Features;

namespace SerLab.Tests.Features;

/// <summary>Voices of which everything is known.</summary>
internal static class Voices
{
    public const int Rate = 22050;

    /// <summary>Smooth bumps of 0.3 ms at times in seconds with amplitudes: cycles that do not overlap.</summary>
    public static Clip Pulses(IReadOnlyList<double> times, Func<int, double> amplitude, double seconds)
    {
        var samples = new float[(int)(seconds * Rate)];
        for (var k = 0; k < times.Count; k++)
        {
            for (var i = (int)((times[k] - 0.003) * Rate); i < (times[k] + 0.003) * Rate; i++)
            {
                var z = ((double)i / Rate - times[k]) / 0.0003;
                if (i >= 0 && i < samples.Length)
                {
                    samples[i] += (float)(amplitude(k) * Math.Exp(-z * z / 2));
                }
            }
        }
        return new Clip(samples, Rate, "pulses");
    }

    /// <summary>
    /// Pulses at a pitch, falling by 6 dB an octave (a voice's 12 less the 6 of the lips), through resonances of given
    /// frequencies and bandwidths in Hz, one after the other.
    /// </summary>
    public static Clip Vowel(double hz, double seconds, params (double Hz, double Bandwidth)[] resonances)
    {
        var signal = new double[(int)(seconds * Rate)];
        for (var k = 0; k / hz < seconds; k++)
        {
            signal[Math.Min(signal.Length - 1, (int)(k / hz * Rate))] = 1;
        }
        for (var i = 1; i < signal.Length; i++)
        {
            signal[i] += Math.Exp(-2 * Math.PI * 50 / Rate) * signal[i - 1];
        }
        foreach (var (f, b) in resonances)
        {
            var radius = Math.Exp(-Math.PI * b / Rate);
            var (a1, a2) = (2 * radius * Math.Cos(2 * Math.PI * f / Rate), -radius * radius);
            for (var i = 0; i < signal.Length; i++)
            {
                signal[i] = (1 - a1 - a2) * signal[i]
                    + (i > 0 ? a1 * signal[i - 1] : 0) + (i > 1 ? a2 * signal[i - 2] : 0);
            }
        }
        var peak = signal.Max(Math.Abs);
        return new Clip([.. signal.Select(x => (float)(0.5 * x / peak))], Rate, "vowel");
    }

    /// <summary>Harmonics falling by 6 dB an octave, and white noise of a power that many dB below theirs.</summary>
    public static Clip Noisy(double hz, double hnr, int seed, double seconds = 1)
    {
        var random = new Random(seed);
        var count = (int)(0.45 * Rate / hz);
        var power = Enumerable.Range(1, count).Sum(k => 0.5 / k / k);
        var deviation = Math.Sqrt(power / Math.Pow(10, hnr / 10));
        return Sampled(seconds, t => 0.2 * (deviation * Gauss(random) + Enumerable.Range(1, count).Sum(
            k => Math.Sin(2 * Math.PI * k * hz * t + k * k) / k)));
    }

    public static Clip Noise(int seed, double seconds = 1, double deviation = 0.1)
    {
        var random = new Random(seed);
        return Sampled(seconds, _ => deviation * Gauss(random));
    }

    public static Clip Tone(double hz, double seconds = 1, double amplitude = 0.5) =>
        Sampled(seconds, t => amplitude * Math.Sin(2 * Math.PI * hz * t));

    public static Clip Sampled(double seconds, Func<double, double> at) => new(
        [.. Enumerable.Range(0, (int)Math.Round(seconds * Rate)).Select(n => (float)at((double)n / Rate))],
        Rate, "made");

    public static Clip Times(this Clip clip, float gain) =>
        clip with { Samples = [.. clip.Samples.Select(x => gain * x)] };

    public static Clip Plus(this Clip clip, float offset) =>
        clip with { Samples = [.. clip.Samples.Select(x => x + offset)] };

    public static Analysis Analysis(this Clip clip) => new Analyzer(clip.Rate, new StftOptions()).Of(clip);

    /// <summary>The values of one row of a feature, with frames of 2048 samples every 512.</summary>
    public static float[] Row(this Feature feature, Clip clip, string row)
    {
        var frames = feature.Of(clip);
        return frames.Row(frames.Rows.Select(r => r.Name).ToList().IndexOf(row)).ToArray();
    }

    /// <summary>Clips on which nothing may break.</summary>
    public static TheoryData<string> OddNames => [.. Odd.Keys];

    public static Clip OddClip(string name) => Odd[name]();

    private static readonly Dictionary<string, Func<Clip>> Odd = new()
    {
        ["silence"] = () => new Clip(new float[Rate / 2], Rate, "silence"),
        ["one sample"] = () => new Clip([0.5f], Rate, "one"),
        ["two samples"] = () => new Clip([0.5f, -0.5f], Rate, "two"),
        ["exactly one hop"] = () => Tone(100, 512.0 / Rate),
        ["5 ms"] = () => Tone(200, 0.005),
        ["constant"] = () => new Clip([.. Enumerable.Repeat(0.1f, Rate / 2)], Rate, "constant"),
        ["noise"] = () => Noise(1, 0.5),
        ["clipped"] = () => Sampled(0.5, t => Math.Clamp(20 * Math.Sin(2 * Math.PI * 150 * t), -1, 1)),
        ["a click"] = () => new Clip([.. new float[5000], 1, .. new float[5000]], Rate, "click"),
        ["huge"] = () => Tone(200, 0.5, 9e14),
        ["faint"] = () => Tone(200, 0.5, 1e-20),
        ["10 kHz"] = () => Tone(200, 0.5) with { Rate = 10000 },
        ["speech after silence"] = () => new Clip([.. new float[Rate / 4], .. Tone(200, 0.25).Samples], Rate, "late"),
    };

    private static double Gauss(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
