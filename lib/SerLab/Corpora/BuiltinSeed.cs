using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SerLab.Corpora;

/// <summary>Random sources that depend on the seed and on what they are for, never on the order of work.</summary>
internal static class BuiltinSeed
{
    public static Random Random(int seed, params string[] purpose)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('/', [$"{seed}", .. purpose])));
        return new Random(BinaryPrimitives.ReadInt32LittleEndian(hash));
    }

    /// <summary>A draw from the standard normal distribution, cut at ±2.</summary>
    public static double Normal(this Random random)
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
        return Math.Clamp(radius * Math.Cos(2 * Math.PI * random.NextDouble()), -2, 2);
    }
}
