using System.Numerics.Tensors;
using SerLab.Audio;
using SerLab.Files;

namespace SerLab.Features;

/// <summary>
/// Loudness of the twelve pitch classes [class, frame], of all octaves together, by a constant-Q transform; each frame
/// is divided by its largest, 0..1: <c>librosa.feature.chroma_cqt</c>. Silence is 0.
/// </summary>
public sealed record ChromaCqt : Feature
{
    private const int Classes = 12;

    private static readonly FeatureRow[] PitchClasses = [.. ChromaFilterBank.PitchClasses.Select(
        row => row with { Name = row.Name.Replace("chroma_", "chroma_cqt_", StringComparison.Ordinal) })];

    /// <summary>Octaves from C1 (32.7 Hz) on, above 0; librosa's 7 take clips of 8,500 Hz and more.</summary>
    public int Octaves { get; init; } = 7;

    /// <summary>Bins of an octave, a multiple of 12; a class takes those around its pitch. librosa's 36.</summary>
    public int BinsPerOctave { get; init; } = 36;

    /// <summary>
    /// How far the tuning lies off A = 440 Hz, in bins; null, librosa's default, estimates it of each clip.
    /// </summary>
    public double? Tuning { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureRow> Rows => PitchClasses;

    /// <inheritdoc/>
    public override float[] Of(Analysis analysis)
    {
        if (BinsPerOctave < Classes || BinsPerOctave % Classes != 0)
        {
            throw new BadOptionException(
                $"{BinsPerOctave} bins of an octave cannot be shared among 12 pitch classes.", "Use 12, 24, 36, …");
        }
        var chroma = new FrameMatrix(Classes, analysis.Frames);
        Transform(analysis).Visit(analysis.Clip, (_, frame, octave) =>
        {
            for (var bin = 0; bin < octave.Length; bin++)
            {
                chroma.Values[ClassOf(bin) * chroma.Stride + frame] += octave[bin];
            }
        });
        ChromaStft.DivideByLargest(chroma);
        return chroma.ToArray();
    }

    // With three bins to a class: the one at its pitch and those beside it.
    private int ClassOf(int bin)
    {
        var share = BinsPerOctave / Classes;
        return (bin + share / 2) % BinsPerOctave / share;
    }

    // An estimated tuning has one of 100 values, and the filters of each take 11 kB.
    private ConstantQ Transform(Analysis analysis)
    {
        var tools = analysis.Tools;
        var bins = new ConstantQOptions { Octaves = Octaves, BinsPerOctave = BinsPerOctave };
        var tuning = Tuning ?? Estimate(analysis);
        return tools.Share(new Key(bins, tuning), () => new ConstantQ(tools.Rate, tools.Frames.Hop, bins, tuning));
    }

    // Whatever the frames of the features, librosa estimates the constant-Q's tuning of its default ones.
    private double Estimate(Analysis analysis)
    {
        var frames = new StftOptions();
        if (analysis.Tools.Frames != frames)
        {
            using var other = new Analyzer(analysis.Tools.Rate, frames).Of(analysis.Clip);
            return Estimate(other);
        }
        var tuning = new Tuning(analysis.Tools.Rate, analysis.Tools.Stft.Bins);
        foreach (var power in analysis.Power)
        {
            var magnitudes = analysis.Tools.RentSpectrum(power.Frames, out var memory);
            TensorPrimitives.Sqrt<float>(power.Values, magnitudes.Values);
            tuning.Add(magnitudes);
            analysis.Tools.Return(memory);
        }
        return tuning.Estimate(BinsPerOctave);
    }

    private sealed record Key(ConstantQOptions Bins, double Tuning);
}
