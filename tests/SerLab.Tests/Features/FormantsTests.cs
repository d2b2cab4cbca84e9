using System.Numerics;
using SerLab.Features;

namespace SerLab.Tests.Features;

[Trait("Kind", "law")]
public sealed class FormantsTests
{
    [Theory]
    [InlineData(110, 700, 1220, 2600)] // a
    [InlineData(110, 300, 2300, 3000)] // i
    [InlineData(130, 320, 800, 2300)] // u
    [InlineData(190, 550, 1800, 2700)] // e
    public void A_made_vowel_has_its_formants_within_3_percent_or_20_Hz_and_its_bandwidths_about(
        double hz, double f1, double f2, double f3)
    {
        var clip = Voices.Vowel(hz, 0.6, (f1, 60), (f2, 90), (f3, 120), (3700, 160), (4600, 200));
        foreach (var seconds in new[] { 0.2, 0.3037, 0.41 })
        {
            var found = new Formants(clip).At(seconds);
            foreach (var (expected, formant) in new[] { f1, f2, f3 }.Zip(found))
            {
                Assert.Equal(expected, formant.Hz, Math.Max(20, 0.03 * expected));
                Assert.InRange(formant.BandwidthHz, 10, 250);
            }
        }
        Assert.Equal(f1, new Prosody88().Row(clip, "f1_hz_mean")[0], Math.Max(20, 0.05 * f1));
        Assert.Equal(f2, new Prosody88().Row(clip, "f2_hz_mean")[0], 0.05 * f2);
        Assert.Equal(f3, new Prosody88().Row(clip, "f3_hz_mean")[0], 0.05 * f3);
    }

    [Fact]
    public void Silence_has_no_formants_and_times_beyond_the_ends_neither()
    {
        Assert.Empty(new Formants(Voices.OddClip("silence")).At(0.1));
        var finder = new Formants(Voices.Tone(200));
        Assert.Empty(finder.At(-5));
        Assert.Empty(finder.At(5));
    }

    [Fact]
    public void Burg_finds_the_filter_that_made_the_noise()
    {
        double[] noise = [.. Voices.Noise(1, 1).Samples.Select(x => (double)x)];
        for (var i = 2; i < noise.Length; i++)
        {
            noise[i] += 1.2 * noise[i - 1] - 0.8 * noise[i - 2];
        }
        var filter = LinearPrediction.Burg(noise, 4);
        double[] expected = [1, -1.2, 0.8, 0, 0];
        Assert.All(filter.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 0.03));
        Assert.Equal([1.0, 0, 0, 0, 0], LinearPrediction.Burg(new double[100], 4));
    }

    [Fact]
    public void Roots_are_those_that_the_polynomial_was_made_of()
    {
        var random = new Random(1);
        for (var round = 0; round < 100; round++)
        {
            Complex[] half = [.. Enumerable.Range(0, 5).Select(
                _ => Complex.FromPolarCoordinates(0.7 + 0.29 * random.NextDouble(), Math.PI * random.NextDouble()))];
            double[] coefficients = [1];
            foreach (var root in half) // times (x − root)(x − conjugate)
            {
                double[] factor = [1, -2 * root.Real, root.Magnitude * root.Magnitude];
                coefficients = [.. Enumerable.Range(0, coefficients.Length + 2).Select(i => Enumerable.Range(0, 3).Sum(
                    j => i - j >= 0 && i - j < coefficients.Length ? factor[j] * coefficients[i - j] : 0))];
            }
            var found = Polynomial.Roots(coefficients);
            Assert.All(half, root => Assert.InRange(found.Min(other => (other - root).Magnitude), 0, 1e-6));
        }
    }
}
