using System.Runtime.InteropServices;

namespace SerLab.Files;

/// <summary>Element types of a safetensors file, named as the format names them.</summary>
public enum TensorType
{
    /// <summary>One byte, 0 or 1.</summary>
    BOOL,

    /// <summary>Unsigned byte.</summary>
    U8,

    /// <summary>Half precision (IEEE 754 binary16).</summary>
    F16,

    /// <summary>The upper half of a single-precision number.</summary>
    BF16,

    /// <summary>32-bit integer.</summary>
    I32,

    /// <summary>Single precision.</summary>
    F32,

    /// <summary>64-bit integer.</summary>
    I64,

    /// <summary>Double precision.</summary>
    F64,
}

/// <summary>One named array as a safetensors file stores it.</summary>
/// <param name="Name">Unique in its file; <c>__metadata__</c> is reserved by the format.</param>
/// <param name="Type">How the bytes are to be read.</param>
/// <param name="Shape">The length of each axis; empty for a single number.</param>
/// <param name="Bytes">The elements, little-endian, last axis fastest.</param>
public sealed record StoredTensor(string Name, TensorType Type, long[] Shape, byte[] Bytes)
{
    /// <summary>Stores single-precision numbers, last axis fastest.</summary>
    public static StoredTensor Of(string name, long[] shape, ReadOnlySpan<float> values) =>
        new(name, TensorType.F32, shape, MemoryMarshal.AsBytes(values).ToArray());

    /// <summary>Stores 64-bit integers, last axis fastest.</summary>
    public static StoredTensor Of(string name, long[] shape, ReadOnlySpan<long> values) =>
        new(name, TensorType.I64, shape, MemoryMarshal.AsBytes(values).ToArray());

    /// <summary>The elements as single precision, rounded where the type is wider; false is 0, true is 1.</summary>
    public float[] ToFloats() => Type switch
    {
        TensorType.F32 => MemoryMarshal.Cast<byte, float>(Bytes).ToArray(),
        TensorType.F64 => Convert<double>(value => (float)value),
        TensorType.F16 => Convert<Half>(value => (float)value),
        TensorType.BF16 => Convert<ushort>(value => BitConverter.UInt32BitsToSingle((uint)value << 16)),
        TensorType.I64 => Convert<long>(value => value),
        TensorType.I32 => Convert<int>(value => value),
        _ => Convert<byte>(value => value),
    };

    /// <summary>The elements as 64-bit integers.</summary>
    /// <exception cref="InvalidOperationException">The elements are not whole numbers by type.</exception>
    public long[] ToLongs() => Type switch
    {
        TensorType.I64 => MemoryMarshal.Cast<byte, long>(Bytes).ToArray(),
        TensorType.I32 => Array.ConvertAll(MemoryMarshal.Cast<byte, int>(Bytes).ToArray(), value => (long)value),
        TensorType.U8 or TensorType.BOOL => Array.ConvertAll(Bytes, value => (long)value),
        _ => throw new InvalidOperationException($"{Name} holds {Type}, not whole numbers."),
    };

    /// <summary>Bytes an element takes.</summary>
    public static int SizeOf(TensorType type) => type switch
    {
        TensorType.BOOL or TensorType.U8 => 1,
        TensorType.F16 or TensorType.BF16 => 2,
        TensorType.I32 or TensorType.F32 => 4,
        _ => 8,
    };

    private float[] Convert<T>(Converter<T, float> convert) where T : struct =>
        Array.ConvertAll(MemoryMarshal.Cast<byte, T>(Bytes).ToArray(), convert);
}
