using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Each element less the mean of the last dimensions, over their deviation, times weight plus bias.</summary>
public sealed class LayerNorm : Module<Tensor, Tensor>
{
    internal LayerNorm(long[] shape, double eps, bool affine, bool hasBias, Device? device, ScalarType? dtype)
        : base(nameof(LayerNorm))
    {
        (normalized_shape, this.eps, elementwise_affine) = (shape, eps, affine);
        if (affine) weight = new Parameter(ones(shape, dtype, device));
        if (affine && hasBias) bias = new Parameter(zeros(shape, dtype, device));
    }

    /// <summary>The lengths of the last dimensions.</summary>
    public long[] normalized_shape { get; set; }

    /// <summary>What is added to the variance.</summary>
    public double eps { get; set; }

    /// <summary>Whether there are weight and bias.</summary>
    public bool elementwise_affine { get; set; }

    /// <summary>In the normalised shape, first ones; null where not affine.</summary>
    public Parameter weight
    {
        get => this["weight"]!;
        set => this["weight"] = value;
    }

    /// <summary>In the normalised shape, first zeros, or null.</summary>
    public Parameter? bias
    {
        get => this["bias"];
        set => this["bias"] = value;
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor) =>
        functional.layer_norm(tensor, normalized_shape, this["weight"], bias, eps);
}
