using SerLab.Evaluation;
using SerLab.Splits;

namespace SerLab.Tests.Evaluation;

public sealed class PairedTestTests
{
    private static readonly string[] Labels = ["neutral", "happy"];
    private static readonly BootstrapOptions Few = new() { Resamples = 200 };

    [Theory] // scipy.stats.binom of 1.10.1
    [Trait("Kind", "reference")]
    [InlineData(10, 25, 0.016673847800120715, 0.011330984183587134)]
    [InlineData(0, 6, 0.03125, 0.015625)]
    [InlineData(7, 7, 1, 1)]
    [InlineData(3, 1, 0.625, 0.375)]
    [InlineData(40, 61, 0.04604406692934279, 0.03706676743856051)]
    [InlineData(0, 0, 1, 1)]
    public void McNemar_has_the_binomials_numbers(int firstOnly, int secondOnly, double exact, double midP)
    {
        var test = new McNemar(firstOnly, secondOnly);
        Assert.Equal(exact, test.Exact, 1e-9);
        Assert.Equal(midP, test.MidP, 1e-9);
        Assert.Equal(test with { FirstOnly = secondOnly, SecondOnly = firstOnly } is var swapped ? swapped.Exact : 0, test.Exact);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void McNemar_counts_the_clips_that_one_alone_got_right()
    {
        var first = Answers("a+ b+ c- d-");
        var second = Answers("d+ c- b- a+");
        Assert.Equal(new McNemar(1, 1), McNemar.Of(first, second));
        Assert.Throws<ArgumentException>(() => McNemar.Of(first, Answers("a+ b+ c-")));
        Assert.Throws<ArgumentException>(() => McNemar.Of(Answers("a+ a+"), Answers("a+ a+")));
    }

    [Fact] // R 4.2: p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.5), "holm")
    [Trait("Kind", "reference")]
    public void Holm_is_R_s()
    {
        Assert.Equal([0.04, 0.09, 0.09, 0.025, 0.5], Holm.Adjust([0.01, 0.04, 0.03, 0.005, 0.5]), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([1, 1], Holm.Adjust([0.7, 0.6]));
        Assert.Empty(Holm.Adjust([]));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void With_few_clips_every_exchange_is_tried()
    {
        // Of six clips the first model alone got four right, of 2⁶ exchanges those with all four on one side count.
        var (first, second) = (Answers("a+ b+ c+ d+ e- f+"), Answers("a- b- c- d- e- f+"));
        Assert.Equal(2 * 4 / 64.0, PermutationTest.PValue(first, second, Metrics.Accuracy), 1e-12);
        Assert.Equal(1, PermutationTest.PValue(first, first, Metrics.Accuracy));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Whole_speakers_change_hands_and_with_six_of_them_p_is_2_of_64_at_least()
    {
        var (good, bad) = (BootstrapTests.Simulated(300, 0.95, 6, 1), BootstrapTests.Simulated(300, 0.4, 6, 2));
        Assert.Equal(2 / 64.0, PermutationTest.PValue(good, bad, Metrics.Uar, ResampledUnit.Speakers), 1e-12);
        Assert.Equal(1 / 201.0, PermutationTest.PValue(good, bad, Metrics.Uar, ResampledUnit.Clips, Few), 1e-12);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Equal_models_are_called_different_as_often_as_the_level_says()
    {
        var called = Enumerable.Range(0, 300).Count(trial => PermutationTest.PValue(
            BootstrapTests.Simulated(120, 0.6, 4, trial), BootstrapTests.Simulated(120, 0.6, 4, trial + 10_000),
            Metrics.Uar, options: Few) < 0.05);
        Assert.InRange(called / 300.0, 0.015, 0.085);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Other_clips_are_refused_and_an_undefined_metric_has_no_p()
    {
        Assert.Throws<ArgumentException>(() => PermutationTest.PValue(Answers("a+"), Answers("b+"), Metrics.Uar));
        Assert.Equal(double.NaN, PermutationTest.PValue(Answers("a+"), Answers("a-"), Metrics.CohenKappa));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void The_smallest_difference_is_2_point_8_standard_errors()
    {
        var difference = new Interval(0.02, 0.02 - (1.96 * 0.01), 0.02 + (1.96 * 0.01), "", 100);
        Assert.Equal(0.028, SmallestDifference.OfPair(difference)!.Value, 1e-4);
        Assert.Equal(0.0396, SmallestDifference.OfOne(difference)!.Value, 1e-4);
        Assert.Null(SmallestDifference.OfPair(difference with { Low = null, High = null }));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Intervals_over_few_speakers_hold_the_truth_nearly_as_often_as_they_say()
    {
        var held = Enumerable.Range(0, 1000).Count(trial =>
        {
            var random = new SeededShuffle(trial, 7);
            var rows = Enumerable.Range(0, 10).SelectMany(speaker =>
            {
                var chance = 40 + random.Next(41); // 40 to 80 of 100, 60 on average
                return Enumerable.Range(0, 40).Select(clip =>
                    Row($"{speaker}-{clip}", $"{speaker}", random.Next(100) < chance));
            });
            var interval = Bootstrap.Of(
                new Predictions(Labels, [.. rows]), Metrics.Accuracy, ResampledUnit.Speakers, Few with { Resamples = 400 });
            return interval.Low <= 0.6 && 0.6 <= interval.High;
        });
        Assert.InRange(held / 1000.0, 0.92, 0.98);
    }

    // "a+ b-": clip a is right, b is wrong.
    private static Predictions Answers(string clips) =>
        new(Labels, [.. clips.Split(' ').Select(clip => Row(clip[..1], "S", clip[1] == '+'))]);

    private static Prediction Row(string file, string speaker, bool hit) =>
        new(file, speaker, 0, hit ? [0.9, 0.1] : [0.1, 0.9]);
}
