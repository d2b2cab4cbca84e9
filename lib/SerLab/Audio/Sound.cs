namespace SerLab.Audio;

/// <summary>A decoded file before down-mixing: its own channels at its own rate.</summary>
/// <param name="Samples">
/// Interleaved amplitudes [frame · channel]: in −1..1 for integer formats, as stored for float ones.
/// </param>
/// <param name="Channels">Channels, 1 or more.</param>
/// <param name="Rate">Frames a second, in Hz.</param>
/// <param name="Source">The file it came from.</param>
public sealed record Sound(float[] Samples, int Channels, int Rate, string Source)
{
    /// <summary>Samples a channel.</summary>
    public int Frames => Samples.Length / Channels;

    /// <summary>The mean over channels, at the sound's own rate, as librosa mixes down.</summary>
    public Clip ToMono() => new(Channels == 1 ? Samples : MixDown(Samples, Channels).ToArray(), Rate, Source);

    /// <summary>The mean over channels of interleaved samples; the samples themselves where there is one channel.</summary>
    internal static ReadOnlySpan<float> MixDown(ReadOnlySpan<float> samples, int channels)
    {
        if (channels == 1)
        {
            return samples;
        }
        var mono = new float[samples.Length / channels];
        for (var frame = 0; frame < mono.Length; frame++)
        {
            var sum = 0f;
            foreach (var sample in samples.Slice(frame * channels, channels))
            {
                sum += sample;
            }
            mono[frame] = sum / channels;
        }
        return mono;
    }
}
