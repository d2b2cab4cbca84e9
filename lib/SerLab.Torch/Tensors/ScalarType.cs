namespace TorchSharp;

public static partial class torch
{
    /// <summary>The type of a tensor's elements; the numbers are libtorch's own.</summary>
    public enum ScalarType : sbyte
    {
        /// <summary>8-bit unsigned integer.</summary>
        Byte = 0,
        /// <summary>8-bit signed integer.</summary>
        Int8 = 1,
        /// <summary>16-bit signed integer.</summary>
        Int16 = 2,
        /// <summary>32-bit signed integer.</summary>
        Int32 = 3,
        /// <summary>64-bit signed integer.</summary>
        Int64 = 4,
        /// <summary>16-bit IEEE number.</summary>
        Float16 = 5,
        /// <summary>32-bit IEEE number, the default.</summary>
        Float32 = 6,
        /// <summary>64-bit IEEE number.</summary>
        Float64 = 7,
        /// <summary>Two 32-bit numbers: real and imaginary part.</summary>
        ComplexFloat32 = 9,
        /// <summary>Two 64-bit numbers: real and imaginary part.</summary>
        ComplexFloat64 = 10,
        /// <summary>True or false, one byte.</summary>
        Bool = 11,
        /// <summary>16-bit number with the range of Float32.</summary>
        BFloat16 = 15,
    }

    /// <summary><see cref="ScalarType.Byte"/> by PyTorch's name.</summary>
    public static readonly ScalarType uint8 = ScalarType.Byte;

    /// <summary><see cref="ScalarType.Int32"/> by PyTorch's name.</summary>
    public static readonly ScalarType int32 = ScalarType.Int32;

    /// <summary><see cref="ScalarType.Int64"/> by PyTorch's name.</summary>
    public static readonly ScalarType int64 = ScalarType.Int64;

    /// <summary><see cref="ScalarType.Float16"/> by PyTorch's name.</summary>
    public static readonly ScalarType float16 = ScalarType.Float16;

    /// <summary><see cref="ScalarType.BFloat16"/> by PyTorch's name.</summary>
    public static readonly ScalarType bfloat16 = ScalarType.BFloat16;

    /// <summary><see cref="ScalarType.Float32"/> by PyTorch's name.</summary>
    public static readonly ScalarType float32 = ScalarType.Float32;

    /// <summary><see cref="ScalarType.Float64"/> by PyTorch's name.</summary>
    public static readonly ScalarType float64 = ScalarType.Float64;

    /// <summary><see cref="ScalarType.ComplexFloat32"/> by PyTorch's name.</summary>
    public static readonly ScalarType complex64 = ScalarType.ComplexFloat32;

    /// <summary><see cref="ScalarType.ComplexFloat64"/> by PyTorch's name.</summary>
    public static readonly ScalarType complex128 = ScalarType.ComplexFloat64;

    /// <summary><see cref="ScalarType.Bool"/> by PyTorch's name.</summary>
    public static readonly ScalarType @bool = ScalarType.Bool;

    /// <summary>Whether the type is a whole number or a truth value.</summary>
    public static bool is_integral(ScalarType type) => type is < ScalarType.Float16 or ScalarType.Bool;

    /// <summary>Whether the type is a real number with a fraction.</summary>
    public static bool is_floating_point(ScalarType type) =>
        type is ScalarType.Float16 or ScalarType.Float32 or ScalarType.Float64 or ScalarType.BFloat16;

    /// <summary>Whether the type is a complex number.</summary>
    public static bool is_complex(ScalarType type) =>
        type is ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;
}
