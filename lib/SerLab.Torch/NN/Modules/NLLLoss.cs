using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Minus the log-probabilities [batch, class, ...] of class numbers [batch, ...].</summary>
public sealed class NLLLoss : Module<Tensor, Tensor, Tensor>
{
    internal NLLLoss(Tensor? weight, Reduction reduction) : base(nameof(NLLLoss))
    {
        this.reduction = reduction;
        if (weight is not null) register_buffer("weight", weight, persistent: false);
    }

    /// <summary>What becomes of the losses of all elements.</summary>
    public Reduction reduction { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input1, Tensor input2) =>
        functional.nll_loss(input1, input2, Buffer("weight"), reduction);
}
