using SerLab.Files;

namespace SerLab.Splits;

/// <summary>
/// Random order from a seed, the same on every machine and every version of .NET.
/// </summary>
/// <param name="seed">Any number; the same seed gives the same numbers.</param>
/// <param name="stream">Separates uses of one seed (a fold, a part), 0 and up.</param>
public sealed class SeededShuffle(long seed, int stream = 0)
{
    private readonly SplitMix64 _bits = new(seed, stream);

    /// <summary>A whole number from 0 to <paramref name="count"/> − 1; every one equally likely.</summary>
    /// <param name="count">How many numbers to choose from, above 0.</param>
    public int Next(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var bound = (uint)count;
        var product = (_bits.Next() >> 32) * bound;
        if ((uint)product < bound)
        {
            // Lemire's rejection: without it some numbers would come up slightly more often.
            var threshold = (uint)-bound % bound;
            while ((uint)product < threshold)
            {
                product = (_bits.Next() >> 32) * bound;
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
}
