using System.Numerics.Tensors;

namespace SerLab.Features;

/// <summary>Root of the mean square of each frame's samples, zeros beyond the ends: <c>librosa.feature.rms</c>.</summary>
public sealed record Rms : Feature
{
    /// <inheritdoc/>
    public override IReadOnlyList<FeatureRow> Rows => [new("rms", "amplitude")];

    /// <inheritdoc/>
    public override float[] Of(Analysis analysis)
    {
        var (size, hop) = (analysis.Tools.Frames.FftSize, analysis.Tools.Frames.Hop);
        var samples = analysis.Clip.Samples;
        var levels = new float[analysis.Frames];
        for (var frame = 0; frame < levels.Length; frame++)
        {
            var start = (long)frame * hop - size / 2;
            var (from, until) = ((int)Math.Max(0, start), (int)Math.Min(samples.Length, start + size));
            levels[frame] = MathF.Sqrt(TensorPrimitives.SumOfSquares<float>(samples.AsSpan(from, until - from)) / size);
        }
        return levels;
    }
}
