using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The logistic function of each element, between 0 and 1.</summary>
public sealed class Sigmoid : Module<Tensor, Tensor>
{
    internal Sigmoid() : base(nameof(Sigmoid))
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => input.sigmoid();
}
