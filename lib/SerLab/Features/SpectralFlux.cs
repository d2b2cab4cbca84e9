using System.Numerics.Tensors;

namespace SerLab.Features;

/// <summary>
/// How much the spectrum changes from the frame before, 0 to √2: the Euclidean distance of the two magnitude spectra,
/// each of length 1. 0 for the first frame, for silence and for the frame after silence. Does not depend on the level.
/// </summary>
public sealed record SpectralFlux : Feature
{
    private static readonly IReadOnlyList<FeatureRow> OneRow = [new("spectral_flux", "")];

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureRow> Rows => OneRow;

    /// <inheritdoc/>
    public override float[] Of(Analysis analysis)
    {
        var last = new float[analysis.Tools.Stft.Bins + 1]; // of the frame before the block; the energy at the end
        return analysis.EachBlock(1, (power, rows) =>
        {
            var magnitudes = new float[power.Frames + 1]; // the frame before the block first
            var (products, energies) = (new float[power.Frames], new float[power.Frames + 1]);
            energies[0] = last[^1];
            for (var bin = 0; bin < power.Rows; bin++)
            {
                magnitudes[0] = last[bin];
                TensorPrimitives.Sqrt(power.Row(bin), magnitudes.AsSpan(1));
                TensorPrimitives.MultiplyAdd<float>(
                    magnitudes.AsSpan(1), magnitudes.AsSpan(0, power.Frames), products, products);
                TensorPrimitives.Add(energies.AsSpan(1), power.Row(bin), energies.AsSpan(1));
                last[bin] = magnitudes[^1];
            }
            last[^1] = energies[^1];
            for (var frame = 0; frame < power.Frames; frame++)
            {
                var norm = Math.Sqrt((double)energies[frame] * energies[frame + 1]);
                rows[0][frame] = norm > 0 ? (float)Math.Sqrt(Math.Max(0, 2 - 2 * products[frame] / norm)) : 0;
            }
        });
    }
}
