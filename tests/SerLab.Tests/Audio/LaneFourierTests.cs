using System.Runtime.Intrinsics;
using FsCheck;
using FsCheck.Fluent;
using SerLab.Audio;
using V = System.Runtime.Intrinsics.Vector512<double>;

namespace SerLab.Tests.Audio;

[Trait("Kind", "law")]
public sealed unsafe class LaneFourierTests
{
    [Fact]
    public void Each_lane_is_a_discrete_Fourier_transform_of_its_own() => Prop.ForAll(
        Arb.From(from log in Gen.Choose(0, 8) from seed in Gen.Choose(0, 10_000) select (log, seed)), c =>
        {
            var (random, size) = (new Random(c.seed), 1 << c.log);
            var (re, im) = (Random(random, size), Random(random, size));
            var (fastRe, fastIm) = (Packed(re), Packed(im));
            var fourier = new LaneFourier(size);
            fixed (V* a = fastRe, b = fastIm)
            {
                fourier.Transform(a, b);
            }
            return Enumerable.Range(0, 16).All(_ =>
            {
                var (lane, frequency) = (random.Next(8), random.Next(size));
                var (slowRe, slowIm) = Slow(re, im, lane, frequency);
                var place = fourier.PlaceOf(frequency);
                return Math.Abs(fastRe[place][lane] - slowRe) < 1e-12 * size
                    && Math.Abs(fastIm[place][lane] - slowIm) < 1e-12 * size;
            });
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_frequency_has_a_place_of_its_own()
    {
        for (var size = 1; size <= 1024; size *= 2)
        {
            var fourier = new LaneFourier(size);
            Assert.Equal(Enumerable.Range(0, size), Enumerable.Range(0, size).Select(fourier.PlaceOf).Order());
        }
    }

    // [point][lane]
    private static double[][] Random(Random random, int size) =>
        [.. Enumerable.Range(0, size).Select(_ => Enumerable.Range(0, 8).Select(_ => random.NextDouble() - 0.5).ToArray())];

    private static V[] Packed(double[][] points) => Array.ConvertAll(points, lanes => Vector512.Create(lanes));

    private static (double Re, double Im) Slow(double[][] re, double[][] im, int lane, int frequency)
    {
        var (sumRe, sumIm) = (0.0, 0.0);
        for (var n = 0; n < re.Length; n++)
        {
            var (sin, cos) = Math.SinCos(-2 * Math.PI * (frequency * n % re.Length) / re.Length);
            sumRe += re[n][lane] * cos - im[n][lane] * sin;
            sumIm += re[n][lane] * sin + im[n][lane] * cos;
        }
        return (sumRe, sumIm);
    }
}
