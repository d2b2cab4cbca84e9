using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A tensor of one element as a number, and a tensor as a parameter.</summary>
public static class TensorExtensionMethods
{
    /// <summary>The tensor as a parameter that gradients flow to; the tensor itself is empty afterwards.</summary>
    public static Parameter AsParameter(this Tensor tensor) => new(tensor);

    /// <summary>The only element as a 32-bit real number.</summary>
    public static float ToSingle(this Tensor value) => value.ToScalar().ToSingle();

    /// <summary>The only element as a 64-bit real number.</summary>
    public static double ToDouble(this Tensor value) => value.ToScalar().ToDouble();

    /// <summary>The only element as a 32-bit whole number.</summary>
    public static int ToInt32(this Tensor value) => value.ToScalar().ToInt32();

    /// <summary>The only element as a 64-bit whole number.</summary>
    public static long ToInt64(this Tensor value) => value.ToScalar().ToInt64();

    /// <summary>Whether the only element is not zero.</summary>
    public static bool ToBoolean(this Tensor value) => value.ToScalar().ToBoolean();
}
