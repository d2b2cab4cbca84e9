using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>y = x W^T + b over the last dimension: [..., in] to [..., out].</summary>
public sealed class Linear : Module<Tensor, Tensor>
{
    internal Linear(long inputs, long outputs, bool hasBias, Device? device, ScalarType? dtype) : base(nameof(Linear))
    {
        (in_features, out_features) = (inputs, outputs);
        weight = new Parameter(empty(outputs, inputs, dtype, device));
        init.kaiming_uniform_(weight, Math.Sqrt(5));
        if (hasBias) bias = Bounded.Bias(weight, outputs, dtype, device);
    }

    /// <summary>The length of the last dimension of the input.</summary>
    public long in_features { get; set; }

    /// <summary>The length of the last dimension of the output.</summary>
    public long out_features { get; set; }

    /// <summary>[out, in]; first uniform within 1 / sqrt(in).</summary>
    public Parameter weight
    {
        get => this["weight"]!;
        set => this["weight"] = value;
    }

    /// <summary>[out], or null; first uniform within 1 / sqrt(in).</summary>
    public Parameter? bias
    {
        get => this["bias"];
        set => this["bias"] = value;
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor) => functional.linear(tensor, weight, bias);
}
