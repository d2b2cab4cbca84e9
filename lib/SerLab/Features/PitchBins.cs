namespace SerLab.Features;

/// <summary>Pitches between which the pYIN decoder chooses, evenly spaced on a logarithmic scale.</summary>
/// <param name="MinHz">Pitch of bin 0.</param>
/// <param name="Count">Number of bins.</param>
/// <param name="PerSemitone">Bins a semitone.</param>
internal sealed record PitchBins(double MinHz, int Count, int PerSemitone)
{
    /// <summary>The bins within a range of pitches, <paramref name="resolution"/> semitones wide or less.</summary>
    public static PitchBins Of(double minHz, double maxHz, double resolution)
    {
        var perSemitone = (int)Math.Ceiling(1 / resolution);
        return new PitchBins(minHz, (int)(12 * perSemitone * Math.Log2(maxHz / minHz)) + 1, perSemitone);
    }

    /// <summary>The pitch of a bin in Hz.</summary>
    public double Hz(int bin) => MinHz * Math.Pow(2, bin / (12.0 * PerSemitone));

    /// <summary>The bin nearest to a frequency, from 0 to <see cref="Count"/>, which is one above the last.</summary>
    public int Nearest(double hz) =>
        (int)Math.Clamp(Math.Round(12 * PerSemitone * Math.Log2(hz / MinHz)), 0, Count);
}
