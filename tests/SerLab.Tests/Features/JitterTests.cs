using SerLab.Features;

namespace SerLab.Tests.Features;

[Trait("Kind", "law")]
public sealed class JitterTests
{
    [Theory]
    [InlineData(120, 0.005, 1)]
    [InlineData(120, 0.02, 2)]
    [InlineData(220, 0.01, 3)]
    [InlineData(220, 0.03, 4)]
    public void Pulses_with_known_periods_have_the_jitter_of_the_definition(double hz, double spread, int seed)
    {
        var times = Times(hz, spread, seed);
        var actual = new Jitter().Of(Voices.Pulses(times, _ => 0.8, 2)).Values;
        var periods = times.Zip(times.Skip(1), (a, b) => b - a).ToArray();
        Assert.Equal(100 * Local(periods), actual[0], 0.05 * actual[0]);
        Assert.Equal(100 * Around(periods, 3), actual[1], 0.05 * actual[1]);
        Assert.Equal(100 * Around(periods, 5), actual[2], 0.05 * actual[2]);
    }

    [Fact]
    public void Marks_lie_on_the_pulses_one_a_period()
    {
        var times = Times(150, 0.01, 5);
        var marks = GlottalCycles.Of(Voices.Pulses(times, _ => 0.8, 2).Analysis(), new VoicePitch(60, 600));
        Assert.InRange(marks.Length, times.Length - 4, times.Length);
        Assert.All(marks, mark => Assert.InRange(times.Min(time => Math.Abs(time - mark)), 0, 1e-5));
    }

    [Fact]
    public void A_regular_voice_has_hardly_any_jitter_and_shimmer()
    {
        var clip = Voices.Vowel(147, 1, (700, 80), (1200, 90), (2600, 120));
        Assert.InRange(new Jitter().Row(clip, "jitter_local")[0], 0, 0.5); // pulses lie on whole samples
        Assert.InRange(new Shimmer().Row(clip, "shimmer_local")[0], 0, 2);
    }

    [Fact]
    public void Level_and_offset_do_not_matter()
    {
        var clip = Voices.Pulses(Times(150, 0.02, 6), k => k % 3 == 0 ? 0.7 : 0.8, 1);
        foreach (var feature in new Feature[] { new Jitter(), new Shimmer() })
        {
            var expected = feature.Of(clip).Values;
            Assert.All(expected, value => Assert.NotEqual(0, value));
            var quiet = feature.Of(clip.Times(0.01f)).Values;
            Assert.All(quiet.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-3f * pair.Second));
        }
        var shifted = new Jitter().Of(clip.Plus(0.3f)).Values;
        Assert.All(shifted.Zip(new Jitter().Of(clip).Values), pair => Assert.Equal(pair.Second, pair.First, 0.01f));
    }

    private static double[] Times(double hz, double spread, int seed)
    {
        var random = new Random(seed);
        var times = new List<double> { 0.02 };
        while (times[^1] < 1.97)
        {
            times.Add(times[^1] + (1 + spread * (2 * random.NextDouble() - 1)) / hz);
        }
        return [.. times];
    }

    internal static double Local(double[] values) =>
        values.Zip(values.Skip(1), (a, b) => Math.Abs(a - b)).Average() / values.Average();

    internal static double Around(double[] values, int count) => Enumerable.Range(0, values.Length - count + 1).Average(
        i => Math.Abs(values[i + count / 2] - values[i..(i + count)].Average())) / values.Average();
}
