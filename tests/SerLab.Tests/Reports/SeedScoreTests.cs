using System.Text.Json;
using SerLab.Reports;
using SerLab.Tests.Evaluation;

namespace SerLab.Tests.Reports;

[Trait("Kind", "reference")]
public sealed class SeedScoreTests
{
    [Fact]
    public void Mean_deviation_and_interval_over_seeds_are_scipys()
    {
        var golden = StatisticsReference.Section("seeds");
        var scores = golden.GetProperty("scores").Deserialize<double[]>()!;
        var (low, high) = StatisticsReference.Bounds(golden, "t_interval");
        var (spread, interval) = (SeedSpread.Of(scores), SeedSpread.IntervalOf(scores));
        Assert.Equal(golden.GetProperty("mean").GetDouble(), spread.Mean, 1e-12);
        Assert.Equal(golden.GetProperty("deviation").GetDouble(), spread.Deviation, 1e-12);
        Assert.Equal(low, interval.Low!.Value, 1e-9);
        Assert.Equal(high, interval.High!.Value, 1e-9);
        Assert.Equal((spread.Mean, "Student's t over 5 seeds, 95 %"), (interval.Value, interval.Method));
    }

    [Fact]
    public void One_seed_has_no_interval()
    {
        var interval = SeedSpread.IntervalOf([0.7]);
        Assert.Equal((0.7, null, null), (interval.Value, interval.Low, interval.High));
        Assert.Equal("no interval: one seed", interval.Note);
    }
}
