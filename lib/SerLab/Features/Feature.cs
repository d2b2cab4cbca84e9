using System.Text.Json.Serialization;
using SerLab.Audio;

namespace SerLab.Features;

/// <summary>One row of a feature.</summary>
/// <param name="Name">Unique among the rows of the library, in lower case: <c>mfcc_0</c>, <c>chroma_c_sharp</c>.</param>
/// <param name="Unit">Its unit (<c>Hz</c>, <c>dB</c>, <c>power</c>), empty for a plain number.</param>
public sealed record FeatureRow(string Name, string Unit);

/// <summary>A feature of one clip over time.</summary>
/// <param name="Rows">What each row is.</param>
/// <param name="Values">Values [row, frame].</param>
/// <param name="Frames">Number of frames; 1 for a feature of the whole clip.</param>
public sealed record FeatureFrames(IReadOnlyList<FeatureRow> Rows, float[] Values, int Frames)
{
    /// <summary>The frames of one row.</summary>
    public ReadOnlySpan<float> Row(int row) => Values.AsSpan(row * Frames, Frames);
}

/// <summary>
/// A feature: a record whose properties are its options with librosa's defaults, and whose JSON stands in feature sets
/// and run folders. Nothing is kept between clips, so one record serves all threads.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "feature")]
[JsonDerivedType(typeof(AlphaRatio), "alpha_ratio")]
[JsonDerivedType(typeof(ChromaCqt), "chroma_cqt")]
[JsonDerivedType(typeof(ChromaStft), "chroma_stft")]
[JsonDerivedType(typeof(Delta), "delta")]
[JsonDerivedType(typeof(HammarbergIndex), "hammarberg_index")]
[JsonDerivedType(typeof(HarmonicsToNoise), "hnr")]
[JsonDerivedType(typeof(Jitter), "jitter")]
[JsonDerivedType(typeof(Loudness), "loudness")]
[JsonDerivedType(typeof(LongTermSpectrum), "ltas")]
[JsonDerivedType(typeof(MelSpectrogram), "mel")]
[JsonDerivedType(typeof(Mfcc), "mfcc")]
[JsonDerivedType(typeof(Prosody88), "prosody88")]
[JsonDerivedType(typeof(Pyin), "pyin")]
[JsonDerivedType(typeof(Rms), "rms")]
[JsonDerivedType(typeof(Shimmer), "shimmer")]
[JsonDerivedType(typeof(SpectralBandwidth), "spectral_bandwidth")]
[JsonDerivedType(typeof(SpectralCentroid), "spectral_centroid")]
[JsonDerivedType(typeof(SpectralContrast), "spectral_contrast")]
[JsonDerivedType(typeof(SpectralFlatness), "spectral_flatness")]
[JsonDerivedType(typeof(SpectralFlux), "spectral_flux")]
[JsonDerivedType(typeof(SpectralRolloff), "spectral_rolloff")]
[JsonDerivedType(typeof(SpectralSlope), "spectral_slope")]
[JsonDerivedType(typeof(Spectrogram), "spectrogram")]
[JsonDerivedType(typeof(SpeechRate), "speech_rate")]
[JsonDerivedType(typeof(Tonnetz), "tonnetz")]
[JsonDerivedType(typeof(Yin), "yin")]
[JsonDerivedType(typeof(ZeroCrossingRate), "zcr")]
public abstract record Feature
{
    /// <summary>Names and units of the rows, in order.</summary>
    [JsonIgnore]
    public abstract IReadOnlyList<FeatureRow> Rows { get; }

    /// <summary>Whether the feature is of the whole clip (one frame) rather than of every frame.</summary>
    [JsonIgnore]
    public virtual bool IsOfClip => false;

    /// <summary>What its rows hold in frames after the end that are filled with the floor: silence.</summary>
    [JsonIgnore]
    public virtual float Floor => 0;

    /// <summary>Computes the feature; what other features of the same clip have computed is used again.</summary>
    /// <param name="analysis">The clip.</param>
    /// <returns>Values [row, frame], one frame for every hop (one in all where <see cref="IsOfClip"/>).</returns>
    /// <exception cref="Files.BadOptionException">The options cannot hold at the clip's rate.</exception>
    /// <exception cref="Files.BadFileException">The clip has no samples, or amplitudes too large to square.</exception>
    public abstract float[] Of(Analysis analysis);

    /// <summary>Computes the feature of a clip alone, with frames of 2048 samples every 512, as librosa does.</summary>
    /// <exception cref="Files.BadOptionException">The options cannot hold at the clip's rate.</exception>
    /// <exception cref="Files.BadFileException">The clip has no samples, or amplitudes too large to square.</exception>
    public FeatureFrames Of(Clip clip)
    {
        using var analysis = new Analyzer(clip.Rate, new StftOptions()).Of(clip);
        var values = Of(analysis);
        return new FeatureFrames(Rows, values, values.Length / Rows.Count);
    }

    /// <summary>
    /// Rows that only a number tells apart: <c>mfcc_0</c>, <c>mfcc_1</c>, …; none for a count that cannot be, which
    /// <see cref="Of(Analysis)"/> refuses.
    /// </summary>
    private protected static IReadOnlyList<FeatureRow> Numbered(string name, int count, string unit = "") =>
        [.. Enumerable.Range(0, Math.Max(0, count)).Select(i => new FeatureRow($"{name}_{i}", unit))];
}
