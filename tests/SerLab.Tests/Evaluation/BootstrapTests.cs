using SerLab.Evaluation;
using SerLab.Files;
using SerLab.Splits;

namespace SerLab.Tests.Evaluation;

[Trait("Kind", "law")]
public sealed class BootstrapTests
{
    private static readonly string[] Labels = ["neutral", "happy", "sad"];

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.8)]
    public void The_interval_over_clips_covers_the_truth_as_often_as_it_says(double chance)
    {
        const int Trials = 500;
        var options = new BootstrapOptions { Resamples = 400 };
        var covered = Enumerable.Range(0, Trials).Count(trial =>
        {
            var interval = Bootstrap.Of(Simulated(150, chance, 5, trial), Metrics.Accuracy, options: options);
            return interval.Low <= chance && chance <= interval.High;
        });
        Assert.InRange((double)covered / Trials, 0.92, 0.98);
    }

    [Fact]
    public void The_interval_of_UAR_covers_the_truth_too()
    {
        var options = new BootstrapOptions { Resamples = 400 };
        var covered = Enumerable.Range(0, 400).Count(trial =>
        {
            var interval = Bootstrap.Of(Simulated(240, 0.7, 5, trial), Metrics.Uar, options: options);
            return interval.Low <= 0.7 && 0.7 <= interval.High;
        });
        Assert.InRange(covered / 400.0, 0.92, 0.98);
    }

    [Fact]
    public void The_interval_of_the_same_skill_on_two_test_parts_holds_zero_as_often_as_it_says()
    {
        var options = new BootstrapOptions { Resamples = 400 };
        var covered = Enumerable.Range(0, 400).Count(trial => !Bootstrap.Difference(
            Simulated(150, 0.6, 5, trial), Simulated(100, 0.6, 5, trial + 10_000), Metrics.Accuracy,
            options: options).ExcludesZero);
        Assert.InRange(covered / 400.0, 0.92, 0.98);
    }

    [Fact]
    public void The_bounds_are_those_of_the_binomial_standard_error()
    {
        var interval = Bootstrap.Of(Simulated(2000, 0.8, 5, 1), Metrics.Accuracy);
        var error = 1.96 * Math.Sqrt(interval.Value * (1 - interval.Value) / 2000);
        Assert.Equal(interval.Value - error, interval.Low!.Value, 0.002);
        Assert.Equal(interval.Value + error, interval.High!.Value, 0.002);
        Assert.Equal(("percentile bootstrap over clips, 2000 draws, 95 %", 2000), (interval.Method, interval.Groups));
    }

    [Fact]
    [Trait("Kind", "reference")]
    public void The_bounds_over_few_speakers_are_those_of_numpys_expanded_percentiles_and_near_Students_t()
    {
        foreach (var golden in StatisticsReference.Cases("bounds"))
        {
            var interval = Bootstrap.Of(
                StatisticsReference.Speakers(golden), Metrics.Accuracy, ResampledUnit.Speakers,
                new() { Resamples = 20_000 });
            Near("expanded", 0.006);
            Near("t_interval", interval.Groups < 10 ? 0.04 : 0.006);

            void Near(string key, double tolerance)
            {
                var (low, high) = StatisticsReference.Bounds(golden, key);
                Assert.Equal(low, interval.Low!.Value, tolerance);
                Assert.Equal(high, interval.High!.Value, tolerance);
            }
        }
    }

    [Fact]
    public void Speakers_who_differ_make_the_interval_over_speakers_wider()
    {
        var rows = Enumerable.Range(0, 300).Select(i => Row($"{i}", $"S{i % 10}", i % 3, hit: i % 10 < 5));
        var predictions = new Predictions(Labels, [.. rows]);
        var clips = Bootstrap.Of(predictions, Metrics.Accuracy);
        var speakers = Bootstrap.Of(predictions, Metrics.Accuracy, ResampledUnit.Speakers);
        Assert.True(speakers.High - speakers.Low > 3 * (clips.High - clips.Low), $"{clips} {speakers}");
        Assert.Equal((10, null), (speakers.Groups, speakers.Note));
    }

    [Fact]
    public void Speakers_of_unequal_size_are_drawn_whole()
    {
        int[] sizes = [1, 2, 40, 3, 5];
        var rows = sizes.SelectMany((size, s) =>
            Enumerable.Range(0, size).Select(i => Row($"{s}-{i}", $"S{s}", s % 3, s == 2)));
        var interval = Bootstrap.Of(new Predictions(Labels, [.. rows]), Metrics.Accuracy, ResampledUnit.Speakers);
        Assert.Equal((0.0, 40.0 / 51), (interval.Low, interval.Value));
        Assert.InRange(interval.High!.Value, 0.9, 1);
    }

    [Theory]
    [InlineData(1, "no interval: 1 of the speakers to draw from")]
    [InlineData(2, "coarse: only 2 speakers to draw from")]
    [InlineData(5, "coarse: only 5 speakers to draw from")]
    [InlineData(6, null)]
    public void Few_speakers_are_said(int speakers, string? note)
    {
        var interval = Bootstrap.Of(Simulated(60, 0.5, speakers, 1), Metrics.Uar, ResampledUnit.Speakers);
        Assert.Equal(note, interval.Note);
        Assert.Equal(speakers > 1, interval.Low < interval.High);
    }

    [Fact]
    public void A_metric_that_is_not_defined_has_no_bounds()
    {
        var one = new Predictions(Labels, [Row("a", "s", 1, true), Row("b", "s", 1, true)]);
        var interval = Bootstrap.Of(one, Metrics.CohenKappa);
        Assert.Equal((double.NaN, null, "the metric is not defined"), (interval.Value, interval.Low, interval.Note));
        Assert.False(interval.ExcludesZero);
    }

    [Fact]
    public void A_metric_that_no_draw_defines_has_no_bounds()
    {
        var calls = 0;
        var interval = Bootstrap.Of(Simulated(9, 0.5, 3, 1), (ConfusionMatrix _) => calls++ == 0 ? 1 : double.NaN);
        Assert.Equal((1.0, null, null), (interval.Value, interval.Low, interval.High));
    }

    [Fact]
    public void The_same_seed_gives_the_same_interval_and_another_seed_another()
    {
        var predictions = Simulated(200, 0.6, 5, 1);
        var first = Bootstrap.Of(predictions, Metrics.MacroF1);
        Assert.Equal(first, Bootstrap.Of(predictions, Metrics.MacroF1));
        Assert.NotEqual(first, Bootstrap.Of(predictions, Metrics.MacroF1, options: new() { Seed = 2 }));
    }

    [Fact]
    public void A_metric_of_probabilities_has_an_interval_too()
    {
        var interval = Bootstrap.Of(Simulated(100, 0.6, 5, 1), ProbabilityMetrics.LogLoss);
        Assert.True(interval.Low < interval.Value && interval.Value < interval.High);
    }

    [Fact]
    public void A_paired_difference_is_narrower_and_does_not_mind_the_order()
    {
        var first = Simulated(300, 0.6, 5, 1);
        var second = new Predictions(Labels, [.. first.Rows.Select((r, i) =>
            i % 20 == 0 ? Row(r.File, r.Speaker, r.Truth, true) : r).Reverse()]);
        var paired = Bootstrap.PairedDifference(second, first, Metrics.Accuracy);
        var unpaired = Bootstrap.Difference(second, first, Metrics.Accuracy);
        Assert.Equal(unpaired.Value, paired.Value, 1e-12);
        Assert.True(paired.ExcludesZero && !unpaired.ExcludesZero, $"{paired} {unpaired}");
        Assert.Equal(paired.Value, -Bootstrap.PairedDifference(first, second, Metrics.Accuracy).Value, 1e-12);
        var other = new Predictions(Labels, [.. first.Rows.Skip(1)]);
        Assert.Throws<ArgumentException>(() => Bootstrap.PairedDifference(first, other, Metrics.Accuracy));
    }

    [Fact]
    public void Options_that_cannot_hold_are_named()
    {
        var options = new BootstrapOptions { Resamples = 1, Level = 95 };
        var message = Assert.Throws<BadOptionException>(
            () => Bootstrap.Of(Simulated(9, 0.5, 3, 1), Metrics.Uar, options: options)).Message;
        Assert.Contains("Resamples is 1", message);
        Assert.Contains("Level is 95", message);
    }

    internal static Predictions Simulated(int clips, double chance, int speakers, int seed)
    {
        var random = new SeededShuffle(seed, 99);
        return new Predictions(Labels, [.. Enumerable.Range(0, clips).Select(i =>
            Row($"{i}.wav", $"S{i % speakers}", i % Labels.Length, random.Next(1_000_000) < 1_000_000 * chance))]);
    }

    private static Prediction Row(string file, string speaker, int truth, bool hit)
    {
        double[] probabilities = [0.2, 0.2, 0.2];
        probabilities[hit ? truth : (truth + 1) % Labels.Length] = 0.6;
        return new Prediction(file, speaker, truth, probabilities);
    }
}
