namespace SerLab.Audio;

/// <summary>Amplitude and phase over time and frequency.</summary>
/// <param name="Values">Complex numbers [frame, bin, 2], each as its real and its imaginary part.</param>
/// <param name="Frames">Number of frames.</param>
/// <param name="Bins">Number of frequency bins, from 0 Hz to half the rate.</param>
public sealed record ComplexSpectrogram(float[] Values, int Frames, int Bins)
{
    /// <summary>The bins of one frame [bin, 2].</summary>
    public Span<float> Frame(int frame) => Values.AsSpan(2 * frame * Bins, 2 * Bins);
}
