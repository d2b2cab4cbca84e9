using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The Gaussian error linear unit, exact.</summary>
public sealed class GELU : Module<Tensor, Tensor>
{
    internal GELU() : base(nameof(GELU))
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => input.gelu();
}
