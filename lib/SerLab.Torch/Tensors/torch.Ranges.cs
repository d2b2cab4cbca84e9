using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Numbers from 0 up to, not including, stop; whole where stop is.</summary>
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) => arange(0, stop, 1, dtype, device, requires_grad);

    /// <summary>Numbers from start up to, not including, stop; whole where both are.</summary>
    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) => arange(start, stop, 1, dtype, device, requires_grad);

    /// <summary>Numbers from start up to, not including, stop, step apart; whole where all three are.</summary>
    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false) =>
        Aten.Arange.Call(start, stop, step, dtype, Arg.None, device).requires_grad_(requires_grad);

    /// <summary>So many numbers from start to end, both included, equally far apart.</summary>
    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false) =>
        Aten.Linspace.Call(start, end, steps, dtype, Arg.None, device).requires_grad_(requires_grad);

    /// <summary>A matrix with ones on its diagonal, square where no columns are given.</summary>
    public static Tensor eye(long rows, long columns = -1L, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Aten.Eye.Call(rows, columns < 0 ? rows : columns, dtype, Arg.None, device).requires_grad_(requires_grad);

    /// <summary>A raised cosine from zero to zero; periodic ones leave out the last zero.</summary>
    public static Tensor hann_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Aten.Hann.Call(len, periodic, dtype, Arg.None, device).requires_grad_(requires_grad);

    /// <summary>Complex numbers of real and imaginary parts.</summary>
    public static Tensor complex(Tensor real, Tensor imag) => Aten.Complex.Call(real, imag);

    /// <summary>A tensor with the shape and the elements of a managed array, copied.</summary>
    /// <exception cref="ArgumentException">A tensor cannot hold such elements.</exception>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    /// <summary>A tensor with the shape and the elements of a managed array, copied and converted to a type.</summary>
    /// <exception cref="ArgumentException">A tensor cannot hold such elements.</exception>
    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null,
        bool requires_grad = false) => Type.GetTypeCode(rawArray.GetType().GetElementType()) switch
        {
            TypeCode.Byte => Factory.FromArray<byte>(rawArray, dtype, device, requires_grad),
            TypeCode.SByte => Factory.FromArray<sbyte>(rawArray, dtype, device, requires_grad),
            TypeCode.Int16 => Factory.FromArray<short>(rawArray, dtype, device, requires_grad),
            TypeCode.Int32 => Factory.FromArray<int>(rawArray, dtype, device, requires_grad),
            TypeCode.Int64 => Factory.FromArray<long>(rawArray, dtype, device, requires_grad),
            TypeCode.Single => Factory.FromArray<float>(rawArray, dtype, device, requires_grad),
            TypeCode.Double => Factory.FromArray<double>(rawArray, dtype, device, requires_grad),
            TypeCode.Boolean => Factory.FromArray<bool>(rawArray, dtype, device, requires_grad),
            _ => throw new ArgumentException($"A tensor cannot hold elements of {rawArray.GetType().Name}."),
        };

    public partial class Tensor
    {
        /// <summary>Zeros in the shape, type and place of this tensor.</summary>
        public Tensor zeros_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Aten.ZerosLike.Call(this, dtype, Arg.None, device).requires_grad_(requires_grad);

        /// <summary>Ones in the shape, type and place of this tensor.</summary>
        public Tensor ones_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Aten.OnesLike.Call(this, dtype, Arg.None, device).requires_grad_(requires_grad);

        /// <summary>One number everywhere in the shape, type and place of this tensor.</summary>
        public Tensor full_like(Scalar value, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false) =>
            Aten.FullLike.Call(this, value, dtype, Arg.None, device).requires_grad_(requires_grad);
    }

    /// <inheritdoc cref="Tensor.zeros_like"/>
    public static Tensor zeros_like(Tensor input, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) => input.zeros_like(dtype, device, requires_grad);

    /// <inheritdoc cref="Tensor.ones_like"/>
    public static Tensor ones_like(Tensor input, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) => input.ones_like(dtype, device, requires_grad);

    /// <inheritdoc cref="Tensor.full_like"/>
    public static Tensor full_like(Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) => input.full_like(value, dtype, device, requires_grad);
}

file static class Aten
{
    internal static readonly Op Arange = new("arange", "start_step");
    internal static readonly Op Linspace = new("linspace");
    internal static readonly Op Eye = new("eye", "m");
    internal static readonly Op Hann = new("hann_window", "periodic");
    internal static readonly Op Complex = new("complex");
    internal static readonly Op ZerosLike = new("zeros_like");
    internal static readonly Op OnesLike = new("ones_like");
    internal static readonly Op FullLike = new("full_like");
}
