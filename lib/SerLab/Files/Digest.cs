using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace SerLab.Files;

/// <summary>A SHA-256 as a value of 32 bytes: what a stored row is filed under, and its checksum.</summary>
internal readonly record struct Digest(UInt128 First, UInt128 Second)
{
    /// <summary>The hash of the rest of a stream, which is read in pieces.</summary>
    public static Digest Of(Stream stream) => MemoryMarshal.Read<Digest>(SHA256.HashData(stream));

    /// <summary>The hash of a key and the bytes filed under it, so that bytes under a wrong key are found out.</summary>
    public static Digest Of(Digest key, ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(MemoryMarshal.AsBytes(new ReadOnlySpan<Digest>(in key)));
        sha.AppendData(bytes);
        sha.GetHashAndReset(hash);
        return MemoryMarshal.Read<Digest>(hash);
    }
}
