using System.Buffers.Binary;
using System.Numerics;

namespace SerLab.Files;

/// <summary>
/// TensorFlow's record file: each record is its length (8 bytes, little-endian), the length's checksum, its bytes and
/// their checksum. A checksum is the CRC-32C, turned right by 15 bits and shifted by a constant.
/// </summary>
internal static class TfRecord
{
    private const uint Shift = 0xa282ead8;

    /// <summary>Writes one record.</summary>
    public static void Write(Stream stream, ReadOnlySpan<byte> record)
    {
        Span<byte> head = stackalloc byte[12], tail = stackalloc byte[4];
        BinaryPrimitives.WriteInt64LittleEndian(head, record.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(head[8..], Checksum(head[..8]));
        BinaryPrimitives.WriteUInt32LittleEndian(tail, Checksum(record));
        stream.Write(head);
        stream.Write(record);
        stream.Write(tail);
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc = BitOperations.Crc32C(crc, one);
        }
        return BitOperations.RotateRight(~crc, 15) + Shift;
    }
}
