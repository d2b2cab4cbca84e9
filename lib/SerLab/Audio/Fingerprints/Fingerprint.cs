using System.Runtime.InteropServices;
using SerLab.Files;

namespace SerLab.Audio.Fingerprints;

/// <summary>
/// What tells a recording from every other, and finds it again when it is resampled, trimmed, moved, coded anew, louder
/// or quieter, or in noise. Another take of the same words by the same speaker is another recording.
/// <para>
/// Two recordings are compared in three steps: by the hash of the file, by the hash of the decoded samples, and by
/// sound. By sound, pairs of spectral peaks that agree on one delay (Wang, "An Industrial-Strength Audio Search
/// Algorithm", ISMIR 2003, on a scale of half semitones) say which recordings may be the same and where; then the
/// waveforms below 4 kHz must correlate there by <see cref="LeastCorrelation"/> or more. Sound whose speed or pitch was
/// changed does not: such copies are not found.
/// </para>
/// </summary>
public sealed class Fingerprint
{
    /// <summary>The correlation from which on two recordings are the same sound.</summary>
    public const double LeastCorrelation = 0.8;

    /// <summary>Sound after this many seconds is not looked at.</summary>
    public const int MostSeconds = 300;

    internal const int FewestVotesOfAll = 6;

    private const int FewestLandmarks = 24, MostVotesNeeded = 12, LandmarksAVote = 12;

    private Fingerprint(string source, string fileHash, Clip clip)
    {
        (Source, FileHash, Seconds, Rate) = (source, fileHash, clip.Duration, clip.Rate);
        SoundHash = ContentHash.OfBytes(MemoryMarshal.AsBytes<float>(clip.Samples));
        var most = MostSeconds * (long)clip.Rate;
        var start = clip.Samples.Length > most ? clip with { Samples = clip.Samples[..(int)most] } : clip;
        var low = HighPass.Of(Resampler.Resample(start, Peaks.Rate));
        Waveform = new Waveform(low.Samples);
        Landmarks = low.Samples.Length == 0 ? [] : Fingerprints.Landmarks.Of(Peaks.Of(low));
    }

    /// <summary>The file.</summary>
    public string Source { get; }

    /// <summary>SHA-256 of the file's bytes; empty where the clip came from memory.</summary>
    public string FileHash { get; }

    /// <summary>SHA-256 of the decoded samples, mixed down to mono.</summary>
    public string SoundHash { get; }

    /// <summary>Length in seconds.</summary>
    public double Seconds { get; }

    /// <summary>The recording's own rate in Hz.</summary>
    public int Rate { get; }

    /// <summary>
    /// Whether there is enough sound to compare by: not in silence, nor in a clip of about 0.2 s or less, which are
    /// compared by their hashes alone.
    /// </summary>
    public bool HasSound => Landmarks.Length >= FewestLandmarks;

    internal Landmark[] Landmarks { get; }

    internal Waveform Waveform { get; }

    /// <summary>Of a file.</summary>
    /// <exception cref="BadFileException">The file cannot be read as sound.</exception>
    public static Fingerprint Of(string path) => new(path, ContentHash.OfFile(path), AudioFile.Load(path, rate: null));

    /// <summary>Of a clip in memory, at its own rate; no samples give one without sound.</summary>
    public static Fingerprint Of(Clip clip) => new(clip.Source, "", clip);

    /// <summary>How another recording is the same as this one; null where it is another one.</summary>
    public Likeness? LikenessTo(Fingerprint other) =>
        new TwinIndex([other]).Of(this) is [var twin] ? twin.Likeness : null;

    /// <summary>The likeness that hashes tell; null where they differ.</summary>
    internal Likeness? ByHash(Fingerprint other) =>
        FileHash != "" && FileHash == other.FileHash ? new(LikenessGrade.SameFile, 1, 0, 0, Seconds)
        : SoundHash == other.SoundHash && Rate == other.Rate ? new(LikenessGrade.SameSamples, 1, 0, 0, Seconds)
        : null;

    /// <summary>The likeness of the waveforms at about that delay in frames; null where too little is left.</summary>
    internal Likeness? BySound(Fingerprint other, int delay) =>
        HasSound && other.HasSound ? Waveform.Fit(other.Waveform, delay) : null;

    /// <summary>How many landmarks must agree before the waveforms are looked at.</summary>
    internal int FewestVotes(Fingerprint other) => Math.Clamp(
        Math.Min(Landmarks.Length, other.Landmarks.Length) / LandmarksAVote, FewestVotesOfAll, MostVotesNeeded);
}
