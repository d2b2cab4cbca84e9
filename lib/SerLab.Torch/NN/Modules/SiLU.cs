using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Each element times its logistic function.</summary>
public sealed class SiLU : Module<Tensor, Tensor>
{
    internal SiLU(bool inplace) : base(nameof(SiLU)) =>
        this.inplace = inplace;

    /// <summary>Whether the input itself is changed.</summary>
    public bool inplace { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => functional.silu(input, inplace);
}
