using System.Numerics.Tensors;

namespace SerLab.Features;

/// <summary>Where a sampled band-limited function peaks between its samples, by sin(x)/x interpolation.</summary>
internal static class PeakInterpolation
{
    /// <summary>Samples that must be there to both sides of a peak.</summary>
    public const int Reach = 30;

    private const int Steps = 16; // a sample; a parabola does the rest

    private static readonly float[][] Kernels = [.. Enumerable.Range(0, Steps).Select(Kernel)];

    /// <summary>Place and height of the peak near the sample <paramref name="index"/>, a local maximum.</summary>
    /// <param name="values">Samples of the function, <see cref="Reach"/> of them to both sides of the index.</param>
    /// <param name="index">The sample that is above its neighbours.</param>
    public static (double Place, double Height) Near(ReadOnlySpan<float> values, int index)
    {
        var place = index * Steps;
        var (left, height, right) = (At(values, place - 1), At(values, place), At(values, place + 1));
        var direction = right > left ? 1 : -1;
        while (Math.Max(left, right) > height && Math.Abs(place + direction - index * Steps) < Steps)
        {
            place += direction;
            (left, height, right) = (At(values, place - 1), At(values, place), At(values, place + 1));
        }
        var (shift, top) = Parabola(left, height, right);
        return ((place + shift) / Steps, top);
    }

    /// <summary>Top of the parabola through three points one step apart: how far off the middle, how high.</summary>
    public static (double Shift, double Height) Parabola(double left, double middle, double right)
    {
        var (slope, bend) = ((right - left) / 2, 2 * middle - left - right);
        return bend > 0 ? (slope / bend, middle + slope * slope / (2 * bend)) : (0, middle);
    }

    private static double At(ReadOnlySpan<float> values, int place)
    {
        var index = place / Steps;
        return TensorPrimitives.Dot(values.Slice(index - Reach + 1, 2 * Reach), Kernels[place % Steps]);
    }

    // Weights of the samples −Reach + 1 .. Reach about a point `step` sixteenths after sample 0, Hann-tapered.
    private static float[] Kernel(int step) => [.. Enumerable.Range(1 - Reach, 2 * Reach).Select(sample =>
    {
        var distance = sample - (double)step / Steps;
        var sinc = distance == 0 ? 1 : Math.Sin(Math.PI * distance) / (Math.PI * distance);
        return (float)(sinc * (0.5 + 0.5 * Math.Cos(Math.PI * distance / Reach)));
    })];
}
