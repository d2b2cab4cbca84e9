using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The absolute difference.</summary>
public sealed class L1Loss : Module<Tensor, Tensor, Tensor>
{
    internal L1Loss(Reduction reduction) : base(nameof(L1Loss))
    {
        this.reduction = reduction;
    }

    /// <summary>What becomes of the losses of all elements.</summary>
    public Reduction reduction { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input1, Tensor input2) =>
        functional.l1_loss(input1, input2, reduction);
}
