using SerLab.Evaluation;

namespace SerLab.Tests.Evaluation;

/// <summary>
/// A small version of <c>./lab bench statistics</c>, on fixed seeds: the plain percentile bootstrap holds the truth of
/// 10 speakers in 90 of 100 cases, and fails here.
/// </summary>
[Trait("Kind", "law")]
public sealed class StatisticsTruthTests
{
    // With 300 draws the outer quantiles lie too far in.
    private static readonly BootstrapOptions Options = new() { Resamples = 600 };

    [Theory]
    [InlineData(10, 500, 0.915, 0.975)]
    [InlineData(24, 200, 0.9, 0.985)]
    public void The_interval_over_speakers_holds_the_skill_on_all_speakers_as_often_as_it_says(
        int speakers, int trials, double least, double most)
    {
        var held = Share(trials, trial =>
        {
            var uar = Bootstrap.Of(
                SimulatedModels.Pair(trial, speakers).First, Metrics.Uar, ResampledUnit.Speakers, Options);
            return uar.Low <= SimulatedModels.Skill && SimulatedModels.Skill <= uar.High;
        });
        Assert.InRange(held, least, most);
    }

    [Fact]
    public void The_interval_over_clips_holds_it_too_seldom_where_speakers_differ()
    {
        var held = Share(100, trial =>
        {
            var (model, _) = SimulatedModels.Pair(trial, 10, clipsOfSpeaker: 60);
            var uar = Bootstrap.Of(model, Metrics.Uar, ResampledUnit.Clips, Options);
            return uar.Low <= SimulatedModels.Skill && SimulatedModels.Skill <= uar.High;
        });
        Assert.InRange(held, 0.4, 0.8);
    }

    [Theory]
    [InlineData(10, 500, 0.915, 0.975)]
    [InlineData(24, 200, 0.9, 0.985)]
    public void The_interval_of_the_difference_of_equal_models_holds_0_as_often_as_it_says(
        int speakers, int trials, double least, double most)
    {
        var held = Share(trials, trial =>
        {
            var (first, second) = SimulatedModels.Pair(trial, speakers);
            return !Bootstrap.PairedDifference(first, second, Metrics.Uar, ResampledUnit.Speakers, Options)
                .ExcludesZero;
        });
        Assert.InRange(held, least, most);
    }

    [Theory]
    [InlineData(10, 400)]
    [InlineData(24, 200)]
    public void Exchanging_speakers_calls_equal_models_different_in_5_of_100_cases(int speakers, int trials)
    {
        var called = Share(trials, trial => IsCalled(trial, speakers, 0));
        Assert.InRange(called, 0.02, 0.09);
    }

    [Fact]
    public void Clips_of_few_speakers_taken_as_independent_call_equal_models_different_too_often()
    {
        var called = Share(400, trial =>
        {
            var (first, second) = SimulatedModels.Pair(trial, 24, clipsOfSpeaker: 60);
            return McNemar.Of(first, second).MidP < 0.05;
        });
        Assert.InRange(called, 0.1, 0.3);
    }

    [Fact]
    public void The_smallest_difference_is_found_in_four_of_five_test_sets()
    {
        var smallest = Enumerable.Range(0, 30).Average(trial =>
        {
            var (first, second) = SimulatedModels.Pair(trial, 24);
            return SmallestDifference.OfPair(Bootstrap.PairedDifference(
                first, second, Metrics.Uar, ResampledUnit.Speakers, Options))!.Value;
        });
        Assert.InRange(Share(150, trial => IsCalled(trial, 24, smallest)), 0.68, 0.92);
    }

    private static bool IsCalled(int trial, int speakers, double better)
    {
        var (first, second) = SimulatedModels.Pair(trial, speakers, better);
        return PermutationTest.PValue(first, second, Metrics.Uar, ResampledUnit.Speakers, Options) < 0.05;
    }

    private static double Share(int trials, Func<int, bool> isSo) =>
        Enumerable.Range(0, trials).AsParallel().Count(isSo) / (double)trials;
}
