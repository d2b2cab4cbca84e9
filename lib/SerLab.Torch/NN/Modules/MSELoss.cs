using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The squared difference.</summary>
public sealed class MSELoss : Module<Tensor, Tensor, Tensor>
{
    internal MSELoss(Reduction reduction) : base(nameof(MSELoss))
    {
        this.reduction = reduction;
    }

    /// <summary>What becomes of the losses of all elements.</summary>
    public Reduction reduction { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input1, Tensor input2) =>
        functional.mse_loss(input1, input2, reduction);
}
