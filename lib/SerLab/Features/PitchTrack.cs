namespace SerLab.Features;

/// <summary>The voice's fundamental frequency over time.</summary>
/// <param name="F0Hz">Fundamental frequency in Hz [frame]; NaN where unvoiced.</param>
/// <param name="Voiced">Whether the frame is voiced [frame].</param>
/// <param name="VoicedProbability">How likely the frame alone is voiced [frame], 0..1.</param>
public sealed record PitchTrack(float[] F0Hz, bool[] Voiced, float[] VoicedProbability)
{
    /// <summary>Number of frames.</summary>
    public int Frames => F0Hz.Length;
}
