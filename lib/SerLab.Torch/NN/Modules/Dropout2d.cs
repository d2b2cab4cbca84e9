using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>In training, whole channels of [batch, channel, row, column] set to zero with probability p.</summary>
public sealed class Dropout2d : Module<Tensor, Tensor>
{
    internal Dropout2d(double p, bool inplace) : base(nameof(Dropout2d)) =>
        (this.p, this.inplace) = (p, inplace);

    /// <summary>The probability of zero.</summary>
    public double p { get; set; }

    /// <summary>Whether the input itself is changed.</summary>
    public bool inplace { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => functional.dropout2d(input, p, training, inplace);
}
