namespace SerLab.Augmentation;

/// <summary>
/// Random numbers from a seed: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014), written out so that a seed gives the
/// same numbers on every machine and every version of .NET.
/// </summary>
/// <param name="seed">Any number.</param>
/// <param name="purpose">Separates the uses of one seed.</param>
internal sealed class SeededRandom(long seed, SeededRandom.Purpose purpose)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state = Mix(unchecked((ulong)seed)) + Mix((ulong)purpose + Step);

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
    public double Next() => (Bits() >> 11) * double.ScaleB(1, -53);

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
        unchecked((long)new SeededRandom(seed + (long)((ulong)part * Step), Purpose.Part).Bits());

    private ulong Bits()
    {
        _state += Step;
        return Mix(_state);
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
