using SerLab.Features;

namespace SerLab.Tests.Features;

[Trait("Kind", "law")]
public sealed class ShimmerTests
{
    [Theory]
    [InlineData(110, 0.05, 1)]
    [InlineData(110, 0.15, 2)]
    [InlineData(200, 0.1, 3)]
    public void Pulses_of_known_amplitudes_have_the_shimmer_of_the_definition(double hz, double spread, int seed)
    {
        var random = new Random(seed);
        var times = Enumerable.Range(0, (int)(1.9 * hz)).Select(k => 0.03 + k / hz).ToArray();
        var amplitudes = times.Select(_ => 0.7 * (1 + spread * (2 * random.NextDouble() - 1))).ToArray();
        var actual = new Shimmer().Of(Voices.Pulses(times, k => amplitudes[k], 2)).Values;
        Assert.Equal(100 * JitterTests.Local(amplitudes), actual[0], 0.05 * actual[0]);
        Assert.Equal(100 * JitterTests.Around(amplitudes, 3), actual[1], 0.05 * actual[1]);
        Assert.Equal(100 * JitterTests.Around(amplitudes, 5), actual[2], 0.05 * actual[2]);
        Assert.Equal(100 * JitterTests.Around(amplitudes, 11), actual[3], 0.05 * actual[3]);
        var decibels = amplitudes.Zip(amplitudes.Skip(1), (a, b) => Math.Abs(20 * Math.Log10(a / b))).Average();
        Assert.Equal(decibels, actual[4], 0.05 * decibels);
    }

    [Fact]
    public void Leaps_of_the_amplitude_do_not_count()
    {
        var times = Enumerable.Range(0, 190).Select(k => 0.03 + k / 100.0).ToArray();
        var clip = Voices.Pulses(times, k => k < 95 ? 0.9 : 0.3, 2); // one leap by 3
        Assert.InRange(new Shimmer().Row(clip, "shimmer_local")[0], 0, 0.1);
    }
}
