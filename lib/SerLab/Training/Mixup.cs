using MathNet.Numerics.Distributions;
using SerLab.Splits;
using static TorchSharp.torch;

namespace SerLab.Training;

/// <summary>
/// Mixup (Zhang et al., ICLR 2018): each example of a batch plus a share of another one of it, and the loss of both
/// truths in the same shares.
/// </summary>
/// <param name="Share">The share of the example itself, 0.5..1.</param>
/// <param name="Partners">The row of each example's partner [batch].</param>
internal sealed record Mixup(double Share, Tensor Partners)
{
    /// <summary>Draws the share from a Beta distribution, and partners.</summary>
    /// <param name="alpha">Both parameters of the distribution, above 0.</param>
    /// <param name="batch">Examples.</param>
    /// <param name="random">Where both are drawn from.</param>
    /// <param name="device">Where the batch lies.</param>
    public static Mixup Draw(double alpha, int batch, SeededShuffle random, Device device)
    {
        var share = Beta.Sample(new Random(random.Next(int.MaxValue)), alpha, alpha);
        var partners = random.Shuffled(Enumerable.Range(0, batch).Select(row => (long)row));
        return new Mixup(Math.Max(share, 1 - share), tensor(partners).to(device));
    }

    /// <summary>The mixed inputs.</summary>
    public Tensor Of(Tensor inputs) => inputs * Share + inputs.index_select(0, Partners) * (1 - Share);

    /// <summary>The loss of mixed inputs.</summary>
    public Tensor Loss(ClassificationLoss loss, Tensor logits, Tensor truth) =>
        loss.Of(logits, truth) * Share + loss.Of(logits, truth.index_select(0, Partners)) * (1 - Share);
}
