using SerLab.Files;

namespace SerLab.Audio;

/// <summary>
/// Band-limited resampling through libsoxr at its "HQ" quality, which is librosa's default (<c>soxr_hq</c>).
/// </summary>
public static class Resampler
{
    /// <summary>Resamples a clip; the same clip when it has that rate already.</summary>
    /// <param name="clip">Any length; no samples give no samples.</param>
    /// <param name="rate">The wanted rate in Hz, above 0.</param>
    /// <returns>ceil(n · rate / clip.Rate) samples, as librosa.resample gives.</returns>
    /// <exception cref="BadOptionException"><paramref name="rate"/> is not above 0.</exception>
    public static Clip Resample(Clip clip, int rate)
    {
        if (rate <= 0)
        {
            throw new BadOptionException($"The rate {rate} Hz is not above 0.", "Ask for 22050, say.");
        }
        if (rate == clip.Rate)
        {
            return clip;
        }
        return clip with { Samples = Resample(clip.Samples, clip.Rate, rate, clip.Source), Rate = rate };
    }

    /// <summary>Resamples between rates that need not be whole numbers.</summary>
    internal static float[] Resample(float[] samples, double from, double to, string name)
    {
        if (from.Equals(to))
        {
            return samples;
        }
        using var stream = new ResamplingStream(from, to, samples.Length, name);
        stream.Add(samples);
        return stream.End();
    }
}
