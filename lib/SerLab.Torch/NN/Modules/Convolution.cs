using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>What all convolutions share: the weight, the bias and the geometry.</summary>
public abstract class Convolution : Module<Tensor, Tensor>
{
    private protected Convolution(string name, Geometry geometry, long inputs, long outputs, bool bias,
        ScalarType? dtype, Device? device) : base(name)
    {
        (in_channels, out_channels, Shape) = (inputs, outputs, geometry);
        var (first, second) = geometry.Transposed ? (inputs, outputs) : (outputs, inputs);
        weight = new Parameter(empty([first, second / geometry.Groups, .. geometry.Kernel], dtype, device));
        init.kaiming_uniform_(weight, Math.Sqrt(5));
        if (bias) this.bias = Bounded.Bias(weight, outputs, dtype, device);
    }

    private protected Geometry Shape { get; }

    /// <summary>How many channels go in.</summary>
    public long in_channels { get; }

    /// <summary>How many channels come out.</summary>
    public long out_channels { get; }

    /// <summary>The lengths of the kernel.</summary>
    public long[] kernel_size => Shape.Kernel;

    /// <summary>How far the kernel moves.</summary>
    public long[] stride => Shape.Stride;

    /// <summary>How far the kernel's elements are apart.</summary>
    public long[] dilation => Shape.Dilation;

    /// <summary>How many blocks of channels do not see each other.</summary>
    public long groups => Shape.Groups;

    /// <summary>[out, in / groups, ...kernel]; [in, out / groups, ...kernel] where transposed.</summary>
    public Parameter weight
    {
        get => this["weight"]!;
        set => this["weight"] = value;
    }

    /// <summary>[out], or null.</summary>
    public Parameter? bias
    {
        get => this["bias"];
        set => this["bias"] = value;
    }

    // Other than zero padding is laid around the input first.
    private protected Tensor Padded(Tensor input)
    {
        var around = Shape.Around.Reverse().SelectMany(p => new[] { p, p }).ToArray();
        return functional.pad(input, around, Shape.Mode);
    }

    internal sealed record Geometry(long[] Kernel, long[] Stride, long[] Around, Padding? Automatic, long[] Dilation,
        long Groups, PaddingModes Mode = PaddingModes.Zeros, bool Transposed = false, long[]? Extra = null);
}
