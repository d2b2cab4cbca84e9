namespace SerLab.Splits;

/// <summary>
/// Random order from a seed: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014), written out here so that a seed gives
/// the same numbers on every machine and every version of .NET.
/// </summary>
/// <param name="seed">Any number; the same seed gives the same numbers.</param>
/// <param name="stream">Separates uses of one seed (a fold, a part), 0 and up.</param>
public sealed class SeededShuffle(long seed, int stream = 0)
{
    private ulong _state = Mix(unchecked((ulong)seed)) + Mix(unchecked((ulong)stream + 0x9E3779B97F4A7C15UL));

    /// <summary>A whole number from 0 to <paramref name="count"/> − 1; every one equally likely.</summary>
    /// <param name="count">How many numbers to choose from, above 0.</param>
    public int Next(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var bound = (uint)count;
        var product = (Bits() >> 32) * bound;
        if ((uint)product < bound)
        {
            // Lemire's rejection: without it some numbers would come up slightly more often.
            var threshold = (uint)-bound % bound;
            while ((uint)product < threshold)
            {
                product = (Bits() >> 32) * bound;
            }
        }

        return (int)(product >> 32);
    }

    /// <summary><paramref name="items"/> in random order (Fisher–Yates); the input is left as it is.</summary>
    /// <param name="items">Anything; their order matters, so callers sort them first.</param>
    public T[] Shuffled<T>(IEnumerable<T> items)
    {
        T[] shuffled = [.. items];
        for (var last = shuffled.Length - 1; last > 0; last--)
        {
            var other = Next(last + 1);
            (shuffled[last], shuffled[other]) = (shuffled[other], shuffled[last]);
        }

        return shuffled;
    }

    private ulong Bits()
    {
        _state += 0x9E3779B97F4A7C15UL;
        return Mix(_state);
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
