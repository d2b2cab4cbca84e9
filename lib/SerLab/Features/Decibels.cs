using System.Numerics.Tensors;

namespace SerLab.Features;

/// <summary>Power on a logarithmic scale.</summary>
public static class Decibels
{
    private const float Floor = 1e-10f;

    /// <summary>
    /// Replaces power by decibels below the largest value, no lower than <paramref name="topDb"/> below it:
    /// <c>librosa.power_to_db(S, ref=np.max)</c>. Values end in −<paramref name="topDb"/>..0; silence becomes 0.
    /// </summary>
    /// <param name="power">Powers of any shape, from 0; changed in place. Powers under 1e-10 count as 1e-10.</param>
    /// <param name="topDb">Range kept, in dB.</param>
    public static void BelowMax(Span<float> power, float topDb = 80)
    {
        if (power.IsEmpty)
        {
            return;
        }
        TensorPrimitives.Max(power, Floor, power);
        TensorPrimitives.Log2(power, power);
        TensorPrimitives.Subtract(power, TensorPrimitives.Max<float>(power), power);
        TensorPrimitives.Multiply(power, 10 * MathF.Log10(2), power);
        TensorPrimitives.Max(power, -topDb, power);
    }
}
