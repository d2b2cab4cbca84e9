using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>In training, elements set to zero with probability p, the others grown to keep the mean.</summary>
public sealed class Dropout : Module<Tensor, Tensor>
{
    internal Dropout(double p, bool inplace) : base(nameof(Dropout)) =>
        (this.p, this.inplace) = (p, inplace);

    /// <summary>The probability of zero.</summary>
    public double p { get; set; }

    /// <summary>Whether the input itself is changed.</summary>
    public bool inplace { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => functional.dropout(input, p, training, inplace);
}
