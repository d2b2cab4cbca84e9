using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The input itself, under a name of its own.</summary>
public sealed class Identity : Module<Tensor, Tensor>
{
    internal Identity() : base(nameof(Identity))
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => input.alias();
}
