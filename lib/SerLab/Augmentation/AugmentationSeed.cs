using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SerLab.Augmentation;

/// <summary>The seed of one augmented copy, from what the copy is and never from the order of work.</summary>
public static class AugmentationSeed
{
    /// <summary>The seed of a copy: the first eight bytes of a SHA-256, the same on every machine.</summary>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="utterance">What is copied: its id, or the hash of its samples.</param>
    /// <param name="copy">Which copy of it.</param>
    /// <param name="epoch">Which epoch, for copies that are made anew in each; the same number for stored ones.</param>
    public static long Of(long seed, string utterance, int copy, int epoch) =>
        BinaryPrimitives.ReadInt64LittleEndian(
            SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{seed}/{copy}/{epoch}/{utterance}"))));
}
