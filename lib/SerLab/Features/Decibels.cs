using System.Numerics.Tensors;

namespace SerLab.Features;

/// <summary>Power on a logarithmic scale.</summary>
public static class Decibels
{
    /// <summary>The range that is kept below the loudest value, in dB; librosa's default.</summary>
    public const float TopDb = 80;

    private const float Floor = 1e-10f;

    /// <summary>
    /// Replaces power by decibels below the largest value, no lower than <paramref name="topDb"/> below it:
    /// <c>librosa.power_to_db(S, ref=np.max)</c>. Values end in −<paramref name="topDb"/>..0; silence becomes 0.
    /// </summary>
    /// <param name="power">Powers of any shape, from 0; changed in place. Powers under 1e-10 count as 1e-10.</param>
    /// <param name="topDb">Range kept, in dB.</param>
    public static void BelowMax(Span<float> power, float topDb = TopDb)
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

    /// <summary>
    /// Replaces power by decibels against <paramref name="reference"/>, no lower than <paramref name="topDb"/> below
    /// the largest value: <c>librosa.power_to_db(S, ref=reference)</c>. Silence becomes −100 dB against 1.
    /// </summary>
    /// <param name="power">Powers of any shape, from 0; changed in place. Powers under 1e-10 count as 1e-10.</param>
    /// <param name="reference">The power that is 0 dB, above 0; under 1e-10 it counts as 1e-10.</param>
    /// <param name="topDb">Range kept, in dB.</param>
    public static void OfPower(Span<float> power, float reference = 1, float topDb = TopDb)
    {
        if (power.IsEmpty)
        {
            return;
        }
        TensorPrimitives.Max(power, Floor, power);
        TensorPrimitives.Log2(power, power);
        TensorPrimitives.Subtract(power, MathF.Log2(Math.Max(reference, Floor)), power);
        TensorPrimitives.Multiply(power, 10 * MathF.Log10(2), power);
        TensorPrimitives.Max(power, TensorPrimitives.Max<float>(power) - topDb, power);
    }

    /// <summary>
    /// Replaces amplitudes by decibels: <c>librosa.amplitude_to_db(S, ref=reference)</c>. Amplitudes under 1e-5 count
    /// as 1e-5.
    /// </summary>
    /// <param name="amplitude">Amplitudes of any shape; changed in place.</param>
    /// <param name="reference">The amplitude that is 0 dB, above 0.</param>
    /// <param name="topDb">Range kept, in dB.</param>
    public static void OfAmplitude(Span<float> amplitude, float reference = 1, float topDb = TopDb)
    {
        TensorPrimitives.Multiply(amplitude, amplitude, amplitude);
        OfPower(amplitude, reference * reference, topDb);
    }
}
