using FsCheck;
using FsCheck.Fluent;
using SerLab.Augmentation;
using SerLab.Files;

namespace SerLab.Tests.Augmentation;

[Trait("Kind", "law")]
public sealed class WhiteNoiseTests
{
    [Fact]
    public void By_default_it_is_Gaussian_with_a_deviation_of_0_035_of_the_peak()
    {
        var clip = Sounds.Speech;
        var noise = Added(clip.Samples, new WhiteNoise().Apply(clip, 1).Samples);
        var deviation = 0.035 * clip.Samples.Max(MathF.Abs);
        Assert.Equal(0, noise.Average() / deviation, 0.03); // of 46,842 samples, six standard errors
        Assert.Equal(1, noise.Average(x => x * x) / (deviation * deviation), 0.04);
        Assert.Equal(0, noise.Average(x => x * x * x) / Math.Pow(deviation, 3), 0.07);
        Assert.Equal(3, noise.Average(x => x * x * x * x) / Math.Pow(deviation, 4), 0.15);
        Assert.Equal(0, noise.Zip(noise.Skip(1), (a, b) => a * b).Average() / (deviation * deviation), 0.03); // white
    }

    [Fact]
    public void Absolute_noise_is_the_same_for_loud_and_quiet_clips()
    {
        var noise = new WhiteNoise { Level = 0.01, Measure = NoiseMeasure.Absolute };
        var silent = noise.Apply(Sounds.Of(new float[20_000]), 7).Samples;
        Assert.Equal(0.01, Math.Sqrt(silent.Average(x => (double)x * x)), 3e-4);
        var loud = Sounds.Noise(20_000);
        Assert.Equal(silent.Select(x => (double)x), Added(loud.Samples, noise.Apply(loud, 7).Samples), (a, b) =>
            Math.Abs(a - b) < 1e-7);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(0)]
    [InlineData(-10)]
    public void The_ratio_to_the_signal_is_the_one_asked_for(double snr)
    {
        var clip = Sounds.Speech;
        var noisy = new WhiteNoise { Level = snr, Measure = NoiseMeasure.SnrDb }.Apply(clip, 3).Samples;
        var power = Added(clip.Samples, noisy).Sum(x => x * x);
        Assert.Equal(snr, 10 * Math.Log10(Sounds.Energy(clip) / power), 0.1);
    }

    [Theory]
    [InlineData(NoiseMeasure.OfPeak)]
    [InlineData(NoiseMeasure.SnrDb)]
    public void Silence_stays_silent_where_noise_is_measured_by_the_clip(NoiseMeasure measure)
    {
        var silence = Sounds.Of(new float[99]);
        Assert.Equal(silence.Samples, new WhiteNoise { Measure = measure }.Apply(silence, 1).Samples);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_others() => Prop.ForAll(
        Sounds.Any, clip =>
        {
            var once = new WhiteNoise().Apply(clip, 5).Samples;
            return once.SequenceEqual(new WhiteNoise().Apply(clip, 5).Samples)
                && !once.SequenceEqual(new WhiteNoise().Apply(clip, 6).Samples);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_draws_of_a_seed_are_these_on_every_machine()
    {
        var draws = new double[3];
        new SeededRandom(1, SeededRandom.Purpose.Noise).Normal(draws);
        double[] known = [-1.4245606485841202, 1.5092397102352344, 0.7284848337018485];
        Assert.Equal(known, draws, (a, b) => Math.Abs(a - b) < 1e-14);
    }

    [Theory]
    [InlineData(-0.1, NoiseMeasure.OfPeak)]
    [InlineData(11, NoiseMeasure.Absolute)]
    [InlineData(-101, NoiseMeasure.SnrDb)]
    [InlineData(double.NaN, NoiseMeasure.SnrDb)]
    public void A_level_out_of_range_is_refused(double level, NoiseMeasure measure)
    {
        var bad = Assert.Throws<BadOptionException>(
            () => new WhiteNoise { Level = level, Measure = measure }.Apply(Sounds.Of(1), 1));
        Assert.StartsWith("The clip cannot be augmented: noise ", bad.Message);
    }

    private static double[] Added(float[] before, float[] after) => [.. before.Zip(after, (a, b) => (double)b - a)];
}
