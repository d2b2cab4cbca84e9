using System.Numerics.Tensors;
using SerLab.Audio;

namespace SerLab.Features;

/// <summary>
/// The descriptors behind <see cref="Prosody88"/> every 10 ms, each smoothed over three frames; NaN where a frame has
/// none. Spectra are of the next power of two from 60 ms on, long enough to part the harmonics of a low voice.
/// </summary>
internal sealed class ProsodyDescriptors
{
    private const double FrameSeconds = 0.06;

    private ProsodyDescriptors(Analysis analysis, VoicePitch pitch)
    {
        Track = pitch.Of(analysis);
        Cycles = Perturbation.Of(analysis, pitch);
        Segments = VoicedSegments.Of(Track, VoicedSegments.ShortestSeconds, VoicedSegments.ShortestSeconds);
        Seconds = analysis.Clip.Duration;
        MeanSquare = (double)TensorPrimitives.SumOfSquares<float>(analysis.Clip.Samples) / analysis.Clip.Samples.Length;
        Semitones = Smooth([.. Track.F0Hz.Select(hz => 12 * MathF.Log2(hz / 27.5f))]);
        HarmonicsToNoise = Smooth([.. Track.Strength.Select(r => (float)Features.HarmonicsToNoise.Decibel(r))]);
        Loudness = Smooth(analysis.Of(new Loudness()));
        var heard = Loudness.Select(loudness => loudness > 0).ToArray();
        float[] Heard(float[] values) => [.. Smooth(values).Zip(heard, (value, ok) => ok ? value : float.NaN)];
        Flux = Heard(analysis.Of(new SpectralFlux()));
        AlphaRatio = Heard(analysis.Of(new AlphaRatio()));
        Hammarberg = Heard(analysis.Of(new HammarbergIndex()));
        Slopes = [.. Rows(analysis.Of(new SpectralSlope()), 2).Select(Heard)];
        var mel = Features.Loudness.Bands(analysis.Tools.Rate);
        Mfcc = [.. Rows(analysis.Of(new Mfcc { Count = 5, Mel = mel }), 5).Skip(1).Select(Heard)];
        Formants = FormantsOf(analysis);
        Levels = new HarmonicLevels(analysis, Track, Formants);
    }

    public VoiceTrack Track { get; }

    public Perturbation Cycles { get; }

    public List<FrameSpan> Segments { get; }

    public double Seconds { get; }

    public double MeanSquare { get; }

    /// <summary>Pitch in semitones above 27.5 Hz [frame].</summary>
    public float[] Semitones { get; }

    public float[] HarmonicsToNoise { get; }

    public float[] Loudness { get; }

    public float[] Flux { get; }

    public float[] AlphaRatio { get; }

    public float[] Hammarberg { get; }

    /// <summary>Spectral slopes of 0 to 500 and 500 to 1500 Hz [band][frame].</summary>
    public float[][] Slopes { get; }

    /// <summary>MFCC 1 to 4 [coefficient][frame].</summary>
    public float[][] Mfcc { get; }

    /// <summary>F1 to F3 [formant][frame].</summary>
    public Formant[][] Formants { get; }

    public HarmonicLevels Levels { get; }

    /// <summary>The descriptors of a clip, its offset taken away; computed once.</summary>
    public static ProsodyDescriptors Of(Analysis analysis, VoicePitch pitch) => analysis.Share(new Key(pitch), () =>
    {
        var (rate, samples) = (analysis.Tools.Rate, analysis.Clip.Samples);
        var frames = new StftOptions
        {
            FftSize = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Ceiling(rate * FrameSeconds)),
            Hop = VoicePitch.Hop(rate),
        };
        var tools = analysis.Tools.Share(frames, () => new Analyzer(rate, frames));
        var centred = new float[samples.Length];
        TensorPrimitives.Subtract(samples, (float)samples.Average(sample => (double)sample), centred);
        return new ProsodyDescriptors(tools.Of(analysis.Clip with { Samples = centred }), pitch);
    });

    /// <summary>A descriptor in voiced frames only.</summary>
    public float[] Voiced(float[] values) =>
        [.. values.Select((value, frame) => Track.IsVoiced(frame) ? value : float.NaN)];

    /// <summary>A descriptor in the other frames only.</summary>
    public float[] Unvoiced(float[] values) =>
        [.. values.Select((value, frame) => Track.IsVoiced(frame) ? float.NaN : value)];

    private Formant[][] FormantsOf(Analysis analysis)
    {
        var finder = new Formants(analysis.Clip);
        var found = new Formant[3][];
        for (var k = 0; k < found.Length; k++)
        {
            found[k] = new Formant[Track.Frames];
            Array.Fill(found[k], Formant.None);
        }
        for (var frame = 0; frame < Track.Frames; frame++)
        {
            Formant[] formants = Track.IsVoiced(frame) ? finder.At(frame * Track.HopSeconds) : [];
            for (var k = 0; k < Math.Min(found.Length, formants.Length); k++)
            {
                found[k][frame] = formants[k];
            }
        }
        return found;
    }

    private static float[] Smooth(float[] values) => Functionals.Smooth(values);

    private static IEnumerable<float[]> Rows(float[] values, int rows) => values.Chunk(values.Length / rows);

    private sealed record Key(VoicePitch Pitch);
}
