using FsCheck;
using FsCheck.Fluent;
using SerLab.Audio;

namespace SerLab.Tests.Audio;

[Trait("Kind", "law")]
public sealed class FrameTransformTests
{
    [Fact]
    public void Eight_frames_of_any_power_of_two_have_the_squares_of_a_discrete_Fourier_transform() =>
        Prop.ForAll(Cases, c =>
        {
            var (random, size) = (new Random(c.Seed), 1 << c.Log);
            double[] window = [.. Enumerable.Range(0, size).Select(_ => random.NextDouble())];
            float[] samples = [.. Enumerable.Range(0, 7 * c.Hop + size).Select(_ => (float)random.NextDouble() - 0.5f)];
            var power = Power(window, samples, c.Hop);
            return Enumerable.Range(0, 12).All(_ =>
            {
                var (frame, bin) = (random.Next(8), random.Next(size / 2 + 1));
                var slow = Slow(samples.AsSpan(frame * c.Hop, size), window, bin);
                return Math.Abs(power[bin * 16 + frame] - slow) <= 1e-6 * slow + 1e-7 * size;
            });
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(32)]
    [InlineData(64)]
    [InlineData(2048)]
    public void Each_pure_tone_falls_into_its_own_bin(int size)
    {
        double[] flat = [.. Enumerable.Repeat(1.0, size)];
        for (var bin = 0; bin <= size / 2; bin += Math.Max(1, size / 64))
        {
            float[] tone = [.. Enumerable.Range(0, size).Select(n => (float)Math.Cos(2 * Math.PI * bin * n / size))];
            var power = Power(flat, tone, hop: 0);
            var amplitude = bin == 0 || bin == size / 2 ? size : size / 2.0;
            Assert.Equal(amplitude * amplitude, power[bin * 16], 1e-5 * amplitude * amplitude);
            var others = Enumerable.Range(0, size / 2 + 1).Where(other => other != bin);
            Assert.InRange(others.Max(other => power[other * 16]), 0, 1e-6 * size);
        }
    }

    [Fact]
    public void Too_few_samples_or_too_little_room_are_refused()
    {
        double[] window = [.. Enumerable.Repeat(1.0, 32)];
        Assert.Throws<ArgumentOutOfRangeException>(() => Power(window, new float[31], hop: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Power(window, new float[7 * 5 + 31], hop: 5));
        var transform = new FrameTransform(window);
        Assert.Throws<ArgumentOutOfRangeException>(
            () => transform.Power(new float[32], 0, new float[16 * 16 + 7], 16));
    }

    private static Arbitrary<Case> Cases { get; } = Arb.From(
        from log in Gen.Choose(5, 13) from hop in Gen.Choose(1, 600) from seed in Gen.Choose(0, 10_000)
        select new Case(log, hop, seed));

    // [bin, 16], of which the first eight are the frames.
    private static float[] Power(double[] window, float[] samples, int hop)
    {
        var transform = new FrameTransform(window);
        var power = new float[(window.Length / 2 + 1) * 16];
        transform.Power(samples, hop, power, 16);
        return power;
    }

    private static double Slow(ReadOnlySpan<float> samples, double[] window, int bin)
    {
        var (re, im) = (0.0, 0.0);
        for (var n = 0; n < samples.Length; n++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * ((long)bin * n % samples.Length) / samples.Length);
            re += samples[n] * window[n] * cos;
            im += samples[n] * window[n] * sin;
        }
        return re * re + im * im;
    }

    private sealed record Case(int Log, int Hop, int Seed);
}
