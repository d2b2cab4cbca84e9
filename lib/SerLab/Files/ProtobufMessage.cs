using System.Buffers.Binary;
using System.Text;

namespace SerLab.Files;

/// <summary>
/// A message in Protocol Buffers' wire format: each field is a key (number · 8 + wire type) and a value. Fields come
/// out in the order in which they are added; protobuf's own writers order them by number.
/// </summary>
internal sealed class ProtobufMessage
{
    private const int Varint = 0, EightBytes = 1, LengthFirst = 2, FourBytes = 5;

    private readonly MemoryStream _bytes = new();

    /// <summary>Adds a <c>double</c>.</summary>
    public ProtobufMessage Add(int field, double value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
        return Add(field, EightBytes, bytes);
    }

    /// <summary>Adds a <c>float</c>; every NaN is written as the same one, without a sign.</summary>
    public ProtobufMessage Add(int field, float value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, float.IsNaN(value) ? MathF.Abs(float.NaN) : value);
        return Add(field, FourBytes, bytes);
    }

    /// <summary>Adds an <c>int64</c>.</summary>
    public ProtobufMessage Add(int field, long value)
    {
        WriteVarint(Key(field, Varint));
        WriteVarint((ulong)value);
        return this;
    }

    /// <summary>Adds a <c>string</c>.</summary>
    public ProtobufMessage Add(int field, string value) => AddBytes(field, Encoding.UTF8.GetBytes(value));

    /// <summary>Adds a message.</summary>
    public ProtobufMessage Add(int field, ProtobufMessage value) => AddBytes(field, value.ToBytes());

    /// <summary>The message so far.</summary>
    public byte[] ToBytes() => _bytes.ToArray();

    private ProtobufMessage AddBytes(int field, byte[] bytes)
    {
        WriteVarint(Key(field, LengthFirst));
        WriteVarint((ulong)bytes.Length);
        _bytes.Write(bytes);
        return this;
    }

    private ProtobufMessage Add(int field, int wireType, ReadOnlySpan<byte> bytes)
    {
        WriteVarint(Key(field, wireType));
        _bytes.Write(bytes);
        return this;
    }

    private static ulong Key(int field, int wireType) => ((ulong)field << 3) | (uint)wireType;

    /// <summary>Seven bits a byte, the lowest first; the eighth says that more follow.</summary>
    private void WriteVarint(ulong value)
    {
        for (; value > 0x7f; value >>= 7)
        {
            _bytes.WriteByte((byte)(value | 0x80));
        }
        _bytes.WriteByte((byte)value);
    }
}
