using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Each element, or alpha (exp(x) - 1) where it is negative.</summary>
public sealed class ELU : Module<Tensor, Tensor>
{
    internal ELU(double alpha, bool inplace) : base(nameof(ELU)) =>
        (this.alpha, this.inplace) = (alpha, inplace);

    /// <summary>Minus the limit towards minus infinity.</summary>
    public double alpha { get; set; }

    /// <summary>Whether the input itself is changed.</summary>
    public bool inplace { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => functional.elu(input, alpha, inplace);
}
