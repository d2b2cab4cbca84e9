using SerLab.Evaluation;

namespace SerLab.Tests.Evaluation;

[Trait("Kind", "law")]
public sealed class SmallestDifferenceTests
{
    [Fact]
    [Trait("Kind", "reference")]
    public void It_is_as_many_standard_errors_as_scipys_normal_says()
    {
        foreach (var golden in StatisticsReference.Cases("smallest"))
        {
            var level = golden.GetProperty("level").GetDouble();
            var z = MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (1 + level) / 2);
            var ofErrorOne = new Interval(0.1, 0.1 - z, 0.1 + z, "", 24);
            var smallest = SmallestDifference.OfPair(ofErrorOne, level)!.Value;
            Assert.Equal(golden.GetProperty("errors").GetDouble(), smallest, 1e-9);
        }
    }

    [Fact]
    public void Of_one_model_it_is_that_of_two_whose_errors_have_nothing_to_do_with_each_other()
    {
        var first = Bootstrap.Of(BootstrapTests.Simulated(2000, 0.7, 6, 1), Metrics.Accuracy);
        var pair = Bootstrap.PairedDifference(
            BootstrapTests.Simulated(2000, 0.7, 6, 1), BootstrapTests.Simulated(2000, 0.7, 6, 2), Metrics.Accuracy);
        Assert.Equal(
            SmallestDifference.OfPair(pair)!.Value, SmallestDifference.OfOne(first)!.Value, 0.003);
    }

    [Fact]
    public void Four_times_the_clips_show_half_the_difference()
    {
        var few = SmallestDifference.OfOne(Bootstrap.Of(BootstrapTests.Simulated(500, 0.7, 6, 1), Metrics.Accuracy));
        var many = SmallestDifference.OfOne(Bootstrap.Of(BootstrapTests.Simulated(2000, 0.7, 6, 1), Metrics.Accuracy));
        Assert.Equal(2, few!.Value / many!.Value, 0.2);
    }

    [Fact]
    public void Without_bounds_there_is_none()
    {
        var open = new Interval(0.7, null, null, "", 1);
        Assert.Equal((null, null), (SmallestDifference.OfPair(open), SmallestDifference.OfOne(open)));
    }
}
