using System.Runtime.Intrinsics;
using SerLab.Files;

namespace SerLab.Features;

/// <summary>
/// The lowest frequency in Hz up to which a share of the magnitude lies: <c>librosa.feature.spectral_rolloff</c>.
/// Silence is 0.
/// </summary>
public sealed record SpectralRolloff : Feature
{
    /// <summary>The share, above 0 and below 1; librosa's default.</summary>
    public double Share { get; init; } = 0.85;

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureRow> Rows => [new("spectral_rolloff", "Hz")];

    /// <inheritdoc/>
    public override float[] Of(Analysis analysis)
    {
        if (!(Share > 0 && Share < 1))
        {
            throw new BadOptionException($"A roll-off of {Share} cannot be.", "Use a share between 0 and 1.");
        }
        return SpectralShape.EachFrame(analysis, (power, frame) =>
        {
            var threshold = SpectralShape.Sum(power, frame, (_, p) => Vector512.Sqrt(p)) * (float)Share;
            var (below, rolloff) = (Vector512<float>.Zero, Vector512.Create(float.PositiveInfinity));
            for (var bin = 0; bin < power.Rows; bin++)
            {
                below += Vector512.Sqrt(Vector512.Create<float>(power.PaddedRow(bin)[frame..]));
                var reached = Vector512.GreaterThanOrEqual(below, threshold);
                var here = Vector512.Create(bin * analysis.Tools.HzPerBin);
                rolloff = Vector512.ConditionalSelect(reached, Vector512.MinNative(rolloff, here), rolloff);
            }
            return rolloff;
        });
    }
}
