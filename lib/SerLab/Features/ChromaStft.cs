using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using SerLab.Audio;
using SerLab.Files;

namespace SerLab.Features;

/// <summary>
/// Energy in the twelve pitch classes [class, frame], each frame divided by its largest, 0..1:
/// <c>librosa.feature.chroma_stft</c>. Silence is 0.
/// </summary>
public sealed record ChromaStft : Feature
{
    /// <summary>
    /// How far the tuning lies off A = 440 Hz, in semitones, −0.5..0.5; null, librosa's default, estimates it of each
    /// clip.
    /// </summary>
    public double? Tuning { get; init; }

    /// <summary>
    /// Whether magnitudes are added up rather than powers: what published notebooks compute that call
    /// <c>chroma_stft(S=abs(stft))</c>. librosa's own default, and every named set, takes powers.
    /// </summary>
    public bool OfMagnitude { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureRow> Rows => ChromaFilterBank.PitchClasses;

    /// <inheritdoc/>
    public override float[] Of(Analysis analysis)
    {
        if (Tuning is { } given && !(Math.Abs(given) <= 0.5))
        {
            throw new BadOptionException($"A tuning of {given} semitones cannot be.", "Use −0.5 to 0.5.");
        }
        var tuning = Tuning ?? Estimate(analysis);
        var bank = ChromaFilterBank.At(tuning, analysis.Tools);
        var chroma = new FrameMatrix(bank.Rows, analysis.Frames);
        foreach (var spectrum in Spectrum(analysis))
        {
            bank.Apply(spectrum, chroma);
        }
        DivideByLargest(chroma);
        return chroma.ToArray();
    }

    /// <summary>Divides each frame by its largest value; frames whose values are all too small stay as they are.</summary>
    internal static void DivideByLargest(FrameMatrix chroma)
    {
        var smallest = Vector512.Create(SpectrumMath.SmallestNormal);
        for (var frame = 0; frame < chroma.Stride; frame += FrameMatrix.Lanes)
        {
            var largest = Vector512<float>.Zero;
            for (var row = 0; row < chroma.Rows; row++)
            {
                largest = Vector512.Max(largest, Vector512.Create<float>(chroma.PaddedRow(row)[frame..]));
            }
            largest = Vector512.ConditionalSelect(
                Vector512.LessThan(largest, smallest), Vector512<float>.One, largest);
            for (var row = 0; row < chroma.Rows; row++)
            {
                var values = chroma.PaddedRow(row)[frame..];
                (Vector512.Create<float>(values) / largest).CopyTo(values);
            }
        }
    }

    private double Estimate(Analysis analysis)
    {
        var tuning = new Tuning(analysis.Tools.Rate, analysis.Tools.Stft.Bins);
        foreach (var spectrum in Spectrum(analysis))
        {
            tuning.Add(spectrum);
        }
        return tuning.Estimate();
    }

    private IEnumerable<FrameMatrix> Spectrum(Analysis analysis) =>
        OfMagnitude ? analysis.Power.Select(Magnitude) : analysis.Power;

    private static FrameMatrix Magnitude(FrameMatrix power)
    {
        var magnitude = new FrameMatrix(power.Rows, power.Frames, power.First);
        TensorPrimitives.Sqrt<float>(power.Values, magnitude.Values);
        return magnitude;
    }
}
