namespace SerLab.Audio;

/// <summary>Mono sound in memory.</summary>
/// <param name="Samples">Amplitudes [sample], nominally in −1..1, never NaN or infinite.</param>
/// <param name="Rate">Samples a second, in Hz, above 0.</param>
/// <param name="Source">The file it came from, or a word for what made it; only for messages.</param>
public sealed record Clip(float[] Samples, int Rate, string Source)
{
    /// <summary>Length in seconds; 0 for no samples.</summary>
    public double Duration => (double)Samples.Length / Rate;
}
