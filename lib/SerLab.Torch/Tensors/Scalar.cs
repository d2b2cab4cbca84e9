using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>A number as an operator's argument; whole numbers stay whole, truth values stay truth values.</summary>
public sealed class Scalar : IDisposable
{
    private Scalar(Kind kind, long bits) => (Kind, Bits) = (kind, bits);

    internal Kind Kind { get; }
    internal long Bits { get; }

    /// <summary>Int64, Float64 or Bool.</summary>
    public torch.ScalarType Type => Kind switch
    {
        Kind.Int => torch.ScalarType.Int64,
        Kind.Bool => torch.ScalarType.Bool,
        _ => torch.ScalarType.Float64,
    };

    /// <summary>A whole number.</summary>
    public static implicit operator Scalar(byte value) => new(Kind.Int, value);

    /// <summary>A whole number.</summary>
    public static implicit operator Scalar(short value) => new(Kind.Int, value);

    /// <summary>A whole number.</summary>
    public static implicit operator Scalar(int value) => new(Kind.Int, value);

    /// <summary>A whole number.</summary>
    public static implicit operator Scalar(long value) => new(Kind.Int, value);

    /// <summary>A real number.</summary>
    public static implicit operator Scalar(float value) => (double)value;

    /// <summary>A real number.</summary>
    public static implicit operator Scalar(double value) => new(Kind.Double, BitConverter.DoubleToInt64Bits(value));

    /// <summary>A truth value.</summary>
    public static implicit operator Scalar(bool value) => new(Kind.Bool, value ? 1 : 0);

    /// <summary>Nothing to free: the number is held in managed memory.</summary>
    public void Dispose()
    {
    }

    internal double AsDouble => Kind == Kind.Double ? BitConverter.Int64BitsToDouble(Bits) : Bits;
    internal long AsInt64 => Kind == Kind.Double ? checked((long)AsDouble) : Bits;
}

/// <summary>Conversions between numbers and <see cref="Scalar"/>.</summary>
public static class ScalarExtensionMethods
{
    /// <summary>A whole number as a scalar.</summary>
    public static Scalar ToScalar(this int value) => value;

    /// <summary>A whole number as a scalar.</summary>
    public static Scalar ToScalar(this long value) => value;

    /// <summary>A real number as a scalar.</summary>
    public static Scalar ToScalar(this float value) => value;

    /// <summary>A real number as a scalar.</summary>
    public static Scalar ToScalar(this double value) => value;

    /// <summary>A truth value as a scalar.</summary>
    public static Scalar ToScalar(this bool value) => value;

    /// <summary>The scalar as a 32-bit real number.</summary>
    public static float ToSingle(this Scalar value) => (float)value.AsDouble;

    /// <summary>The scalar as a 64-bit real number.</summary>
    public static double ToDouble(this Scalar value) => value.AsDouble;

    /// <summary>The scalar as a 32-bit whole number, its fraction cut off.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public static int ToInt32(this Scalar value) => checked((int)value.AsInt64);

    /// <summary>The scalar as a 64-bit whole number, its fraction cut off.</summary>
    public static long ToInt64(this Scalar value) => value.AsInt64;

    /// <summary>Whether the scalar is not zero.</summary>
    public static bool ToBoolean(this Scalar value) => value.AsDouble != 0;
}
