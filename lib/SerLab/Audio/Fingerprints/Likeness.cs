namespace SerLab.Audio.Fingerprints;

/// <summary>In what way two recordings are the same one, the surest first.</summary>
public enum LikenessGrade
{
    /// <summary>The files have the same bytes.</summary>
    SameFile,

    /// <summary>The files differ, in format say; their samples and rates do not.</summary>
    SameSamples,

    /// <summary>One waveform fits the other: resampled, trimmed, moved, coded, louder or with noise.</summary>
    SameSound,
}

/// <summary>How two recordings of the same sound are like each other, and what differs.</summary>
/// <param name="Grade">In what way.</param>
/// <param name="Correlation">
/// Of the waveforms below 4 kHz over the stretch that both have, where they fit best, 0..1; 1 for equal samples. Noise
/// lowers it: 0.995 at a signal-to-noise ratio of 20 dB, 0.95 at 10 dB, 0.71 at 0 dB.
/// </param>
/// <param name="GainDb">By how many dB the second is louder, noise included; 0 for equal samples.</param>
/// <param name="ShiftSeconds">By how many seconds the sound comes later in the second; below 0 earlier.</param>
/// <param name="OverlapSeconds">How long the stretch is that both have.</param>
public sealed record Likeness(
    LikenessGrade Grade, double Correlation, double GainDb, double ShiftSeconds, double OverlapSeconds)
{
    private const double LeastDb = 0.05, LeastMs = 0.5;

    /// <summary>
    /// What differs, in words: <c>6.0 dB quieter, 10.0 ms later</c>; empty where nothing does. A gain that noise alone
    /// may make is not told.
    /// </summary>
    public string Difference
    {
        get
        {
            var (gain, shift) = (Math.Abs(GainDb), Math.Abs(1000 * ShiftSeconds));
            string[] parts =
            [
                gain >= LeastDb - 20 * Math.Log10(Correlation)
                    ? Inv($"{gain:0.0} dB {(GainDb > 0 ? "louder" : "quieter")}") : "",
                shift < LeastMs ? "" : Inv($"{shift:0.0} ms {(ShiftSeconds > 0 ? "later" : "earlier")}"),
            ];
            return string.Join(", ", parts.Where(part => part != ""));
        }
    }

    private static string Inv(FormattableString text) => FormattableString.Invariant(text);
}
