using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Each element, times a small slope where it is negative.</summary>
public sealed class LeakyReLU : Module<Tensor, Tensor>
{
    internal LeakyReLU(double slope, bool inplace) : base(nameof(LeakyReLU)) =>
        (negative_slope, this.inplace) = (slope, inplace);

    /// <summary>The slope below zero.</summary>
    public double negative_slope { get; set; }

    /// <summary>Whether the input itself is changed.</summary>
    public bool inplace { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => functional.leaky_relu(input, negative_slope, inplace);
}
