using SerLab.Evaluation;

namespace SerLab.Tests.Evaluation;

[Trait("Kind", "law")]
public sealed class TemperatureScalingTests
{
    [Fact]
    public void The_temperature_of_two_labels_is_the_one_that_algebra_gives()
    {
        // All say 0.9 to 0.1 and three of four are right: the loss is lowest where they say 0.75.
        var expected = Math.Log(9) / Math.Log(3);
        Assert.Equal(expected, TemperatureScaling.Fit(Made(0.9, right: 3, wrong: 1)), 1e-9);
        var calibrated = TemperatureScaling.Apply(Made(0.9, 3, 1), expected);
        Assert.All(calibrated.Rows, row => Assert.Equal(0.75, row.Confidence, 1e-12));
        Assert.Equal(0, Calibration.ExpectedError(calibrated), 1e-12);
    }

    [Fact]
    public void A_model_that_is_not_sure_enough_gets_a_temperature_below_one() =>
        Assert.Equal(Math.Log(1.5) / Math.Log(9), TemperatureScaling.Fit(Made(0.6, 9, 1)), 1e-9);

    [Fact]
    public void Where_all_or_nothing_is_right_the_temperature_stops_at_its_bound()
    {
        Assert.Equal(TemperatureScaling.Lowest, TemperatureScaling.Fit(Made(0.9, 5, 0)), 1e-9);
        Assert.Equal(TemperatureScaling.Highest, TemperatureScaling.Fit(Made(0.9, 0, 5)), 1e-9);
        Assert.Throws<ArgumentException>(() => TemperatureScaling.Fit(new(["a", "b"], [])));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_other_temperature_has_a_lower_loss(int seed)
    {
        var made = Random(seed);
        var fitted = TemperatureScaling.Fit(made);
        Assert.All([0.9, 0.99, 1.01, 1.1, 1 / fitted], factor =>
        {
            var other = Math.Clamp(fitted * factor, TemperatureScaling.Lowest, TemperatureScaling.Highest);
            Assert.True(Loss(made, fitted) <= Loss(made, other) + 1e-9, $"{fitted} is worse than {other}");
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_likeliest_label_stays_and_probabilities_add_up(int seed)
    {
        var made = Random(seed);
        foreach (var (before, after) in made.Rows.Zip(TemperatureScaling.Apply(made, 2.5).Rows))
        {
            Assert.Equal(before.Predicted, after.Predicted);
            Assert.Equal(1, after.Probabilities.Sum(), 1e-12);
            Assert.True(after.Confidence <= before.Confidence + 1e-12);
        }
    }

    [Fact]
    public void A_probability_of_zero_is_no_trap_and_a_temperature_is_above_zero()
    {
        Assert.Equal(0, TemperatureScaling.Apply([0, 1], 1)[0], 1e-300);
        Assert.True(double.IsFinite(TemperatureScaling.Fit(new(["a", "b"], [new("x", "s", 0, [0, 1])]))));
        Assert.Throws<ArgumentOutOfRangeException>(() => TemperatureScaling.Apply([0.5, 0.5], 0));
    }

    [Fact]
    public void A_report_measures_before_and_after_and_says_what_was_fitted()
    {
        var before = Made(0.9, 75, 25);
        var after = TemperatureScaling.Apply(before, 2);
        var report = CalibrationReport.Of([2], 9, before, after, new() { Resamples = 100 });
        Assert.Equal(0.15, report.ErrorBefore.Value, 1e-12);
        Assert.Equal(0, report.ErrorAfter.Value, 1e-12);
        Assert.True(report.ErrorBefore.Low > report.ErrorAfter.Value);
        Assert.True(report.LogLossAfter < report.LogLossBefore && report.Helps);
        Assert.False(CalibrationReport.Of([0.5], 9, before, TemperatureScaling.Apply(before, 0.5)).Helps);
    }

    private static double Loss(Predictions predictions, double temperature) =>
        ProbabilityMetrics.LogLoss(TemperatureScaling.Apply(predictions, temperature));

    private static Predictions Made(double confidence, int right, int wrong) => new(
        ["a", "b"],
        [.. Enumerable.Range(0, right + wrong).Select(
            i => new Prediction($"{i}", "s", i < right ? 0 : 1, [confidence, 1 - confidence]))]);

    private static Predictions Random(int seed)
    {
        var random = new Random(seed);
        return new(["a", "b", "c"], [.. Enumerable.Range(0, 40).Select(i =>
        {
            double[] weights = [.. Enumerable.Range(0, 3).Select(_ => Math.Exp(4 * random.NextDouble()))];
            return new Prediction($"{i}", "s", random.Next(3), [.. weights.Select(w => w / weights.Sum())]);
        })]);
    }
}
