namespace SerLab.Features;

/// <summary>Voicing over time.</summary>
/// <param name="F0Hz">Fundamental frequency in Hz [frame]; NaN where unvoiced.</param>
/// <param name="Strength">Autocorrelation of the frame at that period [frame], 0..1; NaN where unvoiced.</param>
/// <param name="HopSeconds">Time from frame to frame; frame f is centred on f times that.</param>
internal sealed record VoiceTrack(float[] F0Hz, float[] Strength, double HopSeconds)
{
    public int Frames => F0Hz.Length;

    public bool IsVoiced(int frame) => !float.IsNaN(F0Hz[frame]);

    /// <summary>The fundamental at a time in or beside a voiced stretch, between frames by a straight line.</summary>
    /// <param name="seconds">The time.</param>
    /// <param name="stretch">The stretch; its first or last value counts beyond its ends.</param>
    public double HzAt(double seconds, FrameSpan stretch)
    {
        var place = Math.Clamp(seconds / HopSeconds, stretch.First, stretch.End - 1);
        var frame = Math.Min((int)place, stretch.End - 1);
        var next = Math.Min(frame + 1, stretch.End - 1);
        return F0Hz[frame] + (place - frame) * (F0Hz[next] - F0Hz[frame]);
    }

    /// <summary>The voiced stretches, in order.</summary>
    public List<FrameSpan> VoicedStretches() => FrameSpan.Where(Frames, IsVoiced);
}
