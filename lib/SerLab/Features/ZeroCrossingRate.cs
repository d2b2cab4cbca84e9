using System.Runtime.Intrinsics;

namespace SerLab.Features;

/// <summary>
/// Share of the samples of a frame at which the sign changes, 0..1: <c>librosa.feature.zero_crossing_rate</c>.
/// Amplitudes up to 1e-10 count as 0, and 0 as positive; the first and last sample go on beyond the ends.
/// </summary>
public sealed record ZeroCrossingRate : Feature
{
    private const float Threshold = 1e-10f;

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureRow> Rows => [new("zcr", "")];

    /// <inheritdoc/>
    public override float[] Of(Analysis analysis)
    {
        var (size, hop) = (analysis.Tools.Frames.FftSize, analysis.Tools.Frames.Hop);
        var samples = analysis.Clip.Samples;
        var rates = new float[analysis.Frames];
        for (var frame = 0; frame < rates.Length; frame++)
        {
            var start = (long)frame * hop - size / 2;
            var (from, until) = ((int)Math.Max(0, start), (int)Math.Min(samples.Length, start + size));
            rates[frame] = (float)((double)Crossings(samples.AsSpan(from, until - from)) / size);
        }
        return rates;
    }

    private static int Crossings(ReadOnlySpan<float> samples)
    {
        var threshold = Vector512.Create(-Threshold);
        var (lanes, count, i) = (Vector512<float>.Count, 0, 1);
        for (; i + lanes <= samples.Length; i += lanes)
        {
            var here = Vector512.LessThan(Vector512.Create(samples[i..]), threshold);
            var before = Vector512.LessThan(Vector512.Create(samples[(i - 1)..]), threshold);
            count += int.PopCount((int)(here ^ before).ExtractMostSignificantBits());
        }
        for (; i < samples.Length; i++)
        {
            count += samples[i] < -Threshold != samples[i - 1] < -Threshold ? 1 : 0;
        }
        return count;
    }
}
