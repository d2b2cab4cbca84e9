namespace SerLab.Files;

/// <summary>
/// Random bits from a seed: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014), written out so that a seed gives the same
/// bits on every machine and every version of .NET.
/// </summary>
/// <param name="seed">Any number.</param>
/// <param name="stream">Separates the uses of one seed.</param>
internal sealed class SplitMix64(long seed, long stream)
{
    /// <summary>What the state moves on by.</summary>
    public const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state = unchecked(Mix((ulong)seed) + Mix((ulong)stream + Step));

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        _state = unchecked(_state + Step);
        return Mix(_state);
    }

    private static ulong Mix(ulong z)
    {
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return z ^ (z >> 31);
    }
}
