using SerLab.Audio;

namespace SerLab.Tests.Corpora;

/// <summary>A plain autocorrelation pitch meter, enough to tell voices and emotions apart.</summary>
internal static class PitchMeter
{
    private const int Frame = 1024, Hop = 1024;

    /// <summary>The median over voiced frames, searched from 60 to 400 Hz.</summary>
    public static double MedianHz(Clip clip)
    {
        var loud = Math.Pow(10, clip.PeakDb / 20) / 6;
        var pitches = Enumerable.Range(0, Math.Max(0, (clip.Samples.Length - 2 * Frame) / Hop))
            .Select(n => clip.Samples.AsSpan(n * Hop, 2 * Frame).ToArray())
            .Where(frame => frame.Max() > loud)
            .Select(frame => Hz(frame, clip.Rate)).Where(hz => hz > 0).Order().ToArray();
        return pitches[pitches.Length / 2];
    }

    /// <summary>The shortest lag whose correlation is nearly the best; 0 when unvoiced.</summary>
    private static double Hz(float[] frame, int rate)
    {
        var correlation = Enumerable.Range(0, rate / 60 + 1).Select(lag => Correlation(frame, lag)).ToArray();
        var best = correlation[(rate / 400)..].Max();
        var lag = rate / 400;
        while (correlation[lag] < 0.9 * best || (lag + 1 < correlation.Length && correlation[lag] < correlation[lag + 1]))
        {
            lag++;
        }

        return best > 0.5 * correlation[0] ? (double)rate / lag : 0;
    }

    private static double Correlation(float[] frame, int lag)
    {
        var sum = 0.0;
        for (var n = 0; n < Frame; n++)
        {
            sum += frame[n] * frame[n + lag];
        }

        return sum;
    }
}
