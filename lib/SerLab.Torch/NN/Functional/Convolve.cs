using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>How the outside of a tensor is filled.</summary>
public enum PaddingModes
{
    /// <summary>By zeros.</summary>
    Zeros = 0,
    /// <summary>By the inside, mirrored at the border.</summary>
    Reflect = 1,
    /// <summary>By the element at the border.</summary>
    Replicate = 2,
    /// <summary>By the inside, from the other end.</summary>
    Circular = 3,
    /// <summary>By one number.</summary>
    Constant = 4,
}

/// <summary>How much zero padding a convolution lays around its input.</summary>
public enum Padding
{
    /// <summary>None.</summary>
    Valid = 0,
    /// <summary>So much that the output is as large as the input.</summary>
    Same = 1,
}

/// <summary>Convolutions of one and two dimensions by libtorch's operators.</summary>
internal static class Convolve
{
    private static readonly Op Conv1 = new("conv1d");
    private static readonly Op Conv2 = new("conv2d");
    private static readonly Op Conv1Named = new("conv1d", "padding");
    private static readonly Op Conv2Named = new("conv2d", "padding");

    internal static Tensor Run(int dimensions, Tensor input, Tensor weight, Tensor? bias, long[] stride, long[] padding,
        long[] dilation, long groups) =>
        (dimensions == 1 ? Conv1 : Conv2).Call(input, weight, bias, stride, padding, dilation, groups);

    internal static Tensor Automatic(int dimensions, Tensor input, Tensor weight, Tensor? bias, long[] stride,
        Padding padding, long[] dilation, long groups) =>
        (dimensions == 1 ? Conv1Named : Conv2Named).Call(input, weight, bias, stride,
            padding == Padding.Same ? "same" : "valid", dilation, groups);
}
