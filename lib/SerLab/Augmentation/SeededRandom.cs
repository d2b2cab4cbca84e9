using SerLab.Files;

namespace SerLab.Augmentation;

/// <summary>
/// Random numbers from a seed, the same on every machine and every version of .NET.
/// </summary>
/// <param name="seed">Any number.</param>
/// <param name="purpose">Separates the uses of one seed.</param>
internal sealed class SeededRandom(long seed, SeededRandom.Purpose purpose)
{
    private readonly SplitMix64 _bits = new(seed, (long)purpose);

    /// <summary>What numbers are drawn for.</summary>
    public enum Purpose
    {
        /// <summary>An amount out of its range.</summary>
        Amount,

        /// <summary>One of several augmentations.</summary>
        Choice,

        /// <summary>Samples of noise.</summary>
        Noise,

        /// <summary>The seeds of the parts of one augmentation.</summary>
        Part,
    }

    /// <summary>From 0 up to 1, in steps of 2⁻⁵³.</summary>
    public double Next() => (_bits.Next() >> 11) * double.ScaleB(1, -53);

    /// <summary>Fills the room with draws from the standard normal distribution (Box and Muller, 1958).</summary>
    public void Normal(Span<double> room)
    {
        for (var i = 0; i < room.Length; i += 2)
        {
            var radius = Math.Sqrt(-2 * Math.Log(1 - Next()));
            var (sin, cos) = Math.SinCos(2 * Math.PI * Next());
            room[i] = radius * cos;
            if (i + 1 < room.Length)
            {
                room[i + 1] = radius * sin;
            }
        }
    }

    /// <summary>The seed of one of several parts, so that no two parts draw the same numbers.</summary>
    public static long SeedOf(long seed, int part) =>
        unchecked((long)new SplitMix64(seed + (long)((ulong)part * SplitMix64.Step), (long)Purpose.Part).Next());
}
