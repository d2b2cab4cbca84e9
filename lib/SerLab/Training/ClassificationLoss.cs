using static TorchSharp.torch;

namespace SerLab.Training;

/// <summary>The loss of a batch, a mean over its examples (weighted where classes have weights, as PyTorch has it).</summary>
/// <param name="options">Which loss.</param>
/// <param name="weights">A weight a class; null for equal ones. The caller disposes it.</param>
internal sealed class ClassificationLoss(LossOptions options, Tensor? weights)
{
    /// <param name="logits">[batch, class].</param>
    /// <param name="truth">Index of the true class [batch].</param>
    public Tensor Of(Tensor logits, Tensor truth) => options.Kind == LossKind.Focal
        ? Focal(logits, truth)
        : nn.functional.cross_entropy(logits, truth, weights, label_smoothing: options.Smoothing);

    private Tensor Focal(Tensor logits, Tensor truth)
    {
        var surprise = nn.functional.cross_entropy(logits, truth, reduction: nn.Reduction.None); // −log p [batch]
        var losses = (1 - (-surprise).exp()).pow(options.Focus) * surprise;
        if (weights is null)
        {
            return losses.mean();
        }
        var weight = weights.index_select(0, truth);
        return (losses * weight).sum() / weight.sum();
    }
}
