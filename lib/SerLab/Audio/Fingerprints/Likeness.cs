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
/// <param name="GainDb">By how many dB the second is louder; 0 for equal samples.</param>
/// <param name="ShiftSeconds">By how many seconds the sound comes later in the second; below 0 it comes earlier.</param>
/// <param name="OverlapSeconds">How long the stretch is that both have.</param>
public sealed record Likeness(
    LikenessGrade Grade, double Correlation, double GainDb, double ShiftSeconds, double OverlapSeconds)
{
    /// <summary>What differs, in words: <c>6.0 dB quieter, 10.0 ms later</c>; empty where nothing does.</summary>
    public string Difference
    {
        get
        {
            string[] parts =
            [
                .. Math.Abs(GainDb) < 0.05 ? [] : new[] { Inv($"{Math.Abs(GainDb):0.0} dB {(GainDb > 0 ? "louder" : "quieter")}") },
                .. Math.Abs(ShiftSeconds) < 0.0005 ? [] : new[] { Inv($"{Math.Abs(1000 * ShiftSeconds):0.0} ms {(ShiftSeconds > 0 ? "later" : "earlier")}") },
            ];
            return string.Join(", ", parts);
        }
    }

    private static string Inv(FormattableString text) => FormattableString.Invariant(text);
}
