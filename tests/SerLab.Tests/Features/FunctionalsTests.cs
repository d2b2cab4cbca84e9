using SerLab.Features;

namespace SerLab.Tests.Features;

[Trait("Kind", "law")]
public sealed class FunctionalsTests
{
    private const float None = float.NaN;

    [Fact]
    public void Moments_leave_out_frames_without_a_value()
    {
        float[] values = [None, 1, 3, None, 5];
        Assert.Equal(3, Functionals.Mean(values));
        Assert.Equal(Math.Sqrt(8 / 3.0), Functionals.Deviation(values), 1e-12);
        Assert.Equal(Math.Sqrt(8 / 3.0) / 3, Functionals.Variation(values), 1e-12);
        Assert.Equal(0, Functionals.Variation([-1, 1]));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 3)]
    [InlineData(0.25, 2)]
    [InlineData(1, 5)]
    public void Percentiles_lie_between_the_sorted_values(double share, double expected) =>
        Assert.Equal(expected, Functionals.Percentile([5, None, 1, 3], share), 1e-12);

    [Fact]
    public void Slopes_are_of_whole_rises_and_falls_and_do_not_cross_gaps()
    {
        float[] values = [1, 2, 4, 3, None, 9, 9, 10, 8, 2];
        Assert.Equal([15f, 10], Functionals.Slopes(values, 0.1, 1), (a, b) => Math.Abs(a - b) < 1e-4);
        Assert.Equal([-10f, -40], Functionals.Slopes(values, 0.1, -1), (a, b) => Math.Abs(a - b) < 1e-4);
    }

    [Fact]
    public void A_peak_stands_out_on_both_sides()
    {
        float[] values = [0, 10, 0, 5, 4.8f, 5, 0, 10];
        Assert.Equal(2, Functionals.Peaks(values, 0.1)); // the dent is no valley, the last rise no peak
        Assert.Equal(3, Functionals.Peaks(values, 0.01));
        Assert.Equal(0, Functionals.Peaks([1, 1, 1], 0.1));
    }

    [Fact]
    public void Smoothing_takes_the_neighbours_that_are_there() =>
        Assert.Equal([2f, 2, None, 6, 7, 7.5f], Functionals.Smooth([1, 3, None, 6, 6, 9]));

    [Fact]
    public void Of_nothing_everything_is_0()
    {
        foreach (var values in new float[][] { [], [None, None] })
        {
            Assert.Equal(0, Functionals.Mean(values));
            Assert.Equal(0, Functionals.Deviation(values));
            Assert.Equal(0, Functionals.Variation(values));
            Assert.Equal(0, Functionals.Percentile(values, 0.5));
            Assert.Equal(0, Functionals.Peaks(values, 0.1));
            Assert.Empty(Functionals.Slopes(values, 0.1, 1));
        }
    }
}
