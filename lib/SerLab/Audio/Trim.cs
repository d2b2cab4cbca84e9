using SerLab.Files;

namespace SerLab.Audio;

/// <summary>Cuts quiet ends off a clip, as librosa.effects.trim does.</summary>
public static class Trim
{
    private const double SmallestPower = 1e-10;

    /// <summary>The clip without its quiet ends.</summary>
    /// <param name="clip">Any clip; complete silence is kept whole, as librosa keeps it.</param>
    /// <param name="topDb">Frames this many dB below the loudest one count as quiet; librosa's default 60.</param>
    /// <param name="frameLength">Samples a frame; librosa's default 2048.</param>
    /// <param name="hop">Samples from frame to frame; librosa's default 512.</param>
    public static Clip ByLevel(Clip clip, double topDb = 60, int frameLength = 2048, int hop = 512)
    {
        var (start, end) = Interval(clip, topDb, frameLength, hop);
        return clip with { Samples = clip.Samples[start..end] };
    }

    /// <summary>What <see cref="ByLevel"/> keeps: samples from Start up to, not including, End.</summary>
    /// <inheritdoc cref="ByLevel"/>
    public static (int Start, int End) Interval(Clip clip, double topDb = 60, int frameLength = 2048, int hop = 512)
    {
        if (frameLength < 1 || hop < 1)
        {
            throw new BadOptionException(
                $"frameLength {frameLength} and hop {hop} must both be 1 or more.", "librosa's are 2048 and 512.");
        }

        if (clip.Samples.Length == 0)
        {
            return (0, 0);
        }

        var powers = FramePowers(clip.Samples, frameLength, hop);
        var threshold = Decibels(powers.Max()) - topDb;
        var first = Array.FindIndex(powers, p => Decibels(p) > threshold);
        var last = Array.FindLastIndex(powers, p => Decibels(p) > threshold);
        return first < 0 ? (0, 0) : (first * hop, Math.Min(clip.Samples.Length, (last + 1) * hop));
    }

    /// <summary>Mean power [frame] of frames centred on multiples of the hop, zeros beyond the ends.</summary>
    private static double[] FramePowers(float[] samples, int frameLength, int hop)
    {
        var powers = new double[1 + samples.Length / hop];
        for (var frame = 0; frame < powers.Length; frame++)
        {
            var start = frame * hop - frameLength / 2;
            var sum = 0.0;
            foreach (var x in samples.AsSpan()[Math.Max(0, start)..Math.Min(samples.Length, start + frameLength)])
            {
                sum += (double)x * x;
            }

            powers[frame] = sum / frameLength;
        }

        return powers;
    }

    private static double Decibels(double power) => 10 * Math.Log10(Math.Max(SmallestPower, power));
}
