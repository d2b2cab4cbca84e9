using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The cross-entropy of scores [batch, class, ...] and class numbers or probabilities.</summary>
public sealed class CrossEntropyLoss : Module<Tensor, Tensor, Tensor>
{
    internal CrossEntropyLoss(Tensor? weight, long? ignore, Reduction reduction) : base(nameof(CrossEntropyLoss))
    {
        this.reduction = reduction;
        if (weight is not null) register_buffer("weight", weight, persistent: false);
        ignore_index = ignore;
    }

    /// <summary>What becomes of the losses of all elements.</summary>
    public Reduction reduction { get; }

    /// <summary>Targets of this number count for nothing; null: -100.</summary>
    public long? ignore_index { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input1, Tensor input2) =>
        functional.cross_entropy(input1, input2, Buffer("weight"), ignore_index ?? -100, reduction);
}
