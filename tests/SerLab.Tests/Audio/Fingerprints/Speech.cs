using SerLab.Audio;

namespace SerLab.Tests.Audio.Fingerprints;

/// <summary>
/// Something like speech: harmonics of a wandering pitch, in syllables, between silences; another seed is another take.
/// </summary>
internal static class Speech
{
    public static Clip Of(int seed, double seconds = 2, int rate = 22_050)
    {
        var random = new Random(seed);
        double[] wander = [.. Enumerable.Range(0, 8).Select(_ => random.NextDouble())];
        double[] formants = [.. Enumerable.Range(0, 40).Select(_ => 400 + 2_400 * random.NextDouble())];
        var (samples, phase) = (new float[(int)(seconds * rate)], 0.0);
        var quiet = samples.Length / 16;
        for (var n = quiet; n < samples.Length - quiet; n++)
        {
            var t = (double)n / rate;
            var hz = 120 + 90 * wander[0] + 25 * Math.Sin(2 * Math.PI * (1 + wander[1]) * t + 6 * wander[2])
                + 15 * Math.Sin(2 * Math.PI * (2 + 2 * wander[3]) * t);
            phase += 2 * Math.PI * hz / rate;
            var syllable = Math.Pow(Math.Sin(Math.PI * (3 + wander[4]) * t + 3 * wander[5]), 2);
            var formant = formants[(int)(8 * t) % formants.Length];
            var sum = 0.0;
            for (var k = 1; k < 20; k++)
            {
                sum += Math.Sin(k * phase) * (1.0 / k + 0.6 * Math.Exp(-Math.Pow((k * hz - formant) / 200, 2)));
            }
            samples[n] = (float)(0.15 * syllable * sum);
        }
        return new Clip(samples, rate, $"take {seed}");
    }
}
