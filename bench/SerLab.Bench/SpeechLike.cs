using SerLab.Audio;
using SerLab.Features;

namespace SerLab.Bench;

/// <summary>
/// Clips that keep an analysis as busy as speech does, without words: syllables of a gliding voice with three formants,
/// hisses between them, pauses, a little noise. The same seed gives the same samples.
/// </summary>
internal static class SpeechLike
{
    private const double Rate = FeatureSets.Rate, Noise = 3e-4;

    /// <summary>One clip.</summary>
    /// <param name="seed">Voice and syllables.</param>
    /// <param name="seconds">Length.</param>
    public static Clip Clip(int seed, double seconds)
    {
        var random = new Random(seed);
        var samples = new float[(int)(seconds * Rate)];
        var speakerHz = 90 + 140 * random.NextDouble();
        for (var start = 0; start < samples.Length;)
        {
            var length = Math.Min((int)((0.1 + 0.2 * random.NextDouble()) * Rate), samples.Length - start);
            var syllable = samples.AsSpan(start, length);
            switch (random.Next(8))
            {
                case 0:
                    break; // a pause
                case 1 or 2:
                    Hiss(syllable, random);
                    break;
                default:
                    Vowel(syllable, speakerHz, random);
                    break;
            }
            start += length;
        }
        foreach (ref var sample in samples.AsSpan())
        {
            sample += (float)(Noise * (random.NextDouble() - 0.5));
        }
        return new Clip(samples, FeatureSets.Rate, $"clip {seed}");
    }

    // Pulses of the voice through three resonances.
    private static void Vowel(Span<float> syllable, double speakerHz, Random random)
    {
        var from = speakerHz * (0.8 + 0.5 * random.NextDouble());
        var until = speakerHz * (0.8 + 0.5 * random.NextDouble());
        Resonance[] formants =
        [
            new(300 + 500 * random.NextDouble(), 60), new(900 + 1400 * random.NextDouble(), 90),
            new(2400 + 700 * random.NextDouble(), 150),
        ];
        var phase = 0.0;
        for (var i = 0; i < syllable.Length; i++)
        {
            phase += (from + (until - from) * i / syllable.Length) / Rate;
            phase -= Math.Floor(phase);
            var flow = phase < 0.6 ? Math.Sin(Math.PI * phase / 0.6) : 0;
            syllable[i] = (float)(Swell(i, syllable.Length) * formants.Sum(formant => formant.Next(flow - 0.38)));
        }
    }

    private static void Hiss(Span<float> syllable, Random random)
    {
        var teeth = new Resonance(4000 + 3000 * random.NextDouble(), 1500);
        for (var i = 0; i < syllable.Length; i++)
        {
            syllable[i] = (float)(0.5 * Swell(i, syllable.Length) * teeth.Next(random.NextDouble() - 0.5));
        }
    }

    private static double Swell(int i, int length) => 0.3 * Math.Pow(Math.Sin(Math.PI * (i + 0.5) / length), 2);

    // A second-order filter with a peak of about one.
    private sealed class Resonance(double hz, double width)
    {
        private readonly double _decay = Math.Exp(-Math.PI * width / Rate);
        private readonly double _turn = 2 * Math.Cos(2 * Math.PI * hz / Rate);
        private readonly double _gain = 2 * Math.PI * width / Rate * Math.Sin(2 * Math.PI * hz / Rate);
        private double _last, _before;

        public double Next(double input)
        {
            var output = _gain * input + _decay * _turn * _last - _decay * _decay * _before;
            (_before, _last) = (_last, output);
            return output;
        }
    }
}
