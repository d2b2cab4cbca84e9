using SerLab.Figures;

namespace SerLab.Audio;

/// <summary>Mono sound in memory. As the result of a notebook cell it is a player.</summary>
/// <param name="Samples">Amplitudes [sample], nominally in −1..1, never NaN or infinite.</param>
/// <param name="Rate">Samples a second, in Hz, above 0.</param>
/// <param name="Source">The file it came from, or a word for what made it; only for messages.</param>
[TypeFormatterSource(typeof(ClipFormatter))]
public sealed record Clip(float[] Samples, int Rate, string Source)
{
    /// <summary>Length in seconds; 0 for no samples.</summary>
    public double Duration => (double)Samples.Length / Rate;

    /// <summary>The largest absolute amplitude in dB, where 1 is 0 dB; −∞ for silence and for no samples.</summary>
    public double PeakDb => 20 * Math.Log10(Samples.Length == 0 ? 0 : Samples.Max(MathF.Abs));
}
