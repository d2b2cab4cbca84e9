using SerLab.Evaluation;
using SerLab.Files;

namespace SerLab.Tests.Evaluation;

[Trait("Kind", "law")]
public sealed class RiskCoverageTests
{
    [Fact]
    public void The_surest_are_answered_first_and_equals_together()
    {
        var curve = RiskCoverage.Curve(Made((0.9, true), (0.6, false), (0.8, false), (0.8, true)));
        Assert.Equal(
            [new(0.9, 1, 0.25, 0), new(0.8, 3, 0.75, 1 / 3.0), new(0.6, 4, 1, 0.5)], curve);
    }

    [Fact]
    public void The_area_is_the_mean_risk_of_all_sizes_and_equals_count_by_their_mean()
    {
        // Risks by hand: 0/1, 1/2, 1/3, 2/4.
        Assert.Equal((0 + 0.5 + (1 / 3.0) + 0.5) / 4, RiskCoverage.Area(
            Made((0.9, true), (0.8, false), (0.7, true), (0.6, false))), 1e-12);
        Assert.Equal((0 + 0 + (1 / 3.0) + 0.5) / 4, RiskCoverage.LowestArea(
            Made((0.9, true), (0.8, false), (0.7, true), (0.6, false))), 1e-12);
        Assert.Equal(0.5, RiskCoverage.Area(Made((0.7, true), (0.7, false))), 1e-12);
        Assert.Equal(0, RiskCoverage.Area(Made((0.7, true), (0.9, true))));
        Assert.Equal(1, RiskCoverage.Area(Made((0.7, false), (0.9, false))));
    }

    [Fact]
    public void Without_clips_there_is_no_curve_and_no_area()
    {
        Assert.Empty(RiskCoverage.Curve(Made()));
        Assert.True(double.IsNaN(RiskCoverage.Area(Made())));
        Assert.True(double.IsNaN(RiskCoverage.LowestArea(Made())));
    }

    [Fact]
    public void Not_sure_below_a_threshold_counts_what_is_answered_at_it_and_above()
    {
        var doubt = DoubtReport.Of(Made((0.9, true), (0.8, false), (0.7, true), (0.6, false)), 0.7);
        Assert.Equal((3, 0.75), (doubt.Answered, doubt.Coverage));
        Assert.Equal((2 / 3.0, 0.5), (doubt.Accuracy.Value, doubt.AccuracyOfAll));
        var none = DoubtReport.Of(Made((0.9, true)), 0.95);
        Assert.Equal(0, none.Answered);
        Assert.True(double.IsNaN(none.Accuracy.Value));
        Assert.Throws<BadOptionException>(() => DoubtReport.Of(Made((0.9, true)), 50));
        Assert.Throws<BadOptionException>(() => DoubtReport.CheckThreshold(double.NaN));
    }

    private static Predictions Made(params (double Confidence, bool IsRight)[] rows) => new(
        ["a", "b"],
        [.. rows.Select((row, i) => new Prediction(
            $"{i}", "s", row.IsRight ? 0 : 1, [row.Confidence, 1 - row.Confidence]))]);
}
