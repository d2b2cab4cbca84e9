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
        var hzPerBin = (double)analysis.Tools.Rate / analysis.Tools.Frames.FftSize;
        return analysis.EachBlock(1, (power, rows) =>
        {
            var total = SpectralShape.Sum(power, (_, p, _) => MathF.Sqrt(p));
            var (below, found) = (new double[power.Frames], new bool[power.Frames]);
            for (var bin = 0; bin < power.Rows; bin++)
            {
                var row = power.Row(bin);
                for (var frame = 0; frame < row.Length; frame++)
                {
                    below[frame] += MathF.Sqrt(row[frame]);
                    if (!found[frame] && below[frame] >= Share * total[frame])
                    {
                        (found[frame], rows[0][frame]) = (true, (float)(bin * hzPerBin));
                    }
                }
            }
        });
    }
}
