using SerLab.Evaluation;
using SerLab.Files;

namespace SerLab.Tests.Evaluation;

[Trait("Kind", "law")]
public sealed class PermutationTestTests
{
    private static readonly Predictions Good = BootstrapTests.Simulated(60, 0.8, 6, 1);
    private static readonly Predictions Bad = BootstrapTests.Simulated(60, 0.5, 6, 2);

    [Fact]
    [Trait("Kind", "reference")]
    public void All_exchanges_of_speakers_give_scipys_p_for_every_metric()
    {
        foreach (var golden in StatisticsReference.Cases("permutation"))
        {
            Same("accuracy", Metrics.Accuracy);
            Same("uar", Metrics.Uar);
            Same("macro_f1", Metrics.MacroF1);

            void Same(string name, Func<ConfusionMatrix, double> metric) => Assert.Equal(
                golden.GetProperty("p").GetProperty(name).GetDouble(),
                PermutationTest.PValue(
                    StatisticsReference.Model(golden, "first"), StatisticsReference.Model(golden, "second"), metric,
                    ResampledUnit.Speakers),
                1e-12);
        }
    }

    [Fact]
    public void Random_exchanges_of_clips_give_McNemars_exact_p_of_accuracy()
    {
        var (first, second) = (WrongOnEach(5), WrongOnEach(3));
        var exact = McNemar.Of(first, second).Exact;
        var p = PermutationTest.PValue(
            first, second, Metrics.Accuracy, ResampledUnit.Clips, new BootstrapOptions { Resamples = 20_000 });
        Assert.InRange(exact, 0.01, 0.5);
        Assert.Equal(exact, p, 4 * Math.Sqrt(exact * (1 - exact) / 20_000));

        static Predictions WrongOnEach(int step) => new(["a", "b"], [.. Enumerable.Range(0, 40)
            .Select(i => new Prediction($"{i}", "S", 0, i % step == 0 ? [0, 1] : [1, 0]))]);
    }

    [Fact]
    public void Random_exchanges_come_near_all_of_them()
    {
        // 13 speakers are drawn at random, 12 are not: one whose answers are the same adds nothing.
        var alike = Enumerable.Range(0, 10).Select(i => new Prediction($"x{i}", "alike", 0, [1, 0, 0])).ToArray();
        var (first, second) = (BootstrapTests.Simulated(120, 0.7, 12, 1), BootstrapTests.Simulated(120, 0.62, 12, 4));
        var all = PermutationTest.PValue(first, second, Metrics.Accuracy, ResampledUnit.Speakers);
        var p = PermutationTest.PValue(
            With(first), With(second), Metrics.Accuracy, ResampledUnit.Speakers, new() { Resamples = 20_000 });
        Assert.InRange(all, 0.01, 0.9);
        Assert.Equal(all, p, 4 * Math.Sqrt(all * (1 - all) / 20_000));

        Predictions With(Predictions own) => new(own.Labels, [.. own.Rows, .. alike]);
    }

    [Fact]
    public void Which_model_and_which_row_comes_first_does_not_matter()
    {
        var p = PermutationTest.PValue(Good, Bad, Metrics.Uar, ResampledUnit.Speakers);
        var shuffled = new Predictions(Bad.Labels, [.. Bad.Rows.OrderBy(row => row.File[^5]).ThenBy(row => row.File)]);
        Assert.Equal(p, PermutationTest.PValue(Bad, Good, Metrics.Uar, ResampledUnit.Speakers));
        Assert.Equal(p, PermutationTest.PValue(Good, shuffled, Metrics.Uar, ResampledUnit.Speakers));
    }

    [Fact]
    public void The_same_seed_gives_the_same_p_and_it_is_never_0()
    {
        var best = BootstrapTests.Simulated(60, 1, 6, 1);
        var worst = BootstrapTests.Simulated(60, 0, 6, 1);
        var p = PermutationTest.PValue(best, worst, Metrics.Uar, options: new() { Resamples = 200 });
        Assert.Equal(1 / 201.0, p);
        Assert.Equal(Of(1), Of(1));
        Assert.NotEqual(Of(1), Of(2));

        double Of(long seed) => PermutationTest.PValue(Good, Bad, Metrics.Uar, options: new() { Seed = seed });
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 0.5)]
    [InlineData(5, 2 / 32.0)]
    [InlineData(6, 2 / 64.0)]
    public void Few_speakers_have_a_smallest_p(int speakers, double smallest) => Assert.Equal(
        smallest,
        PermutationTest.PValue(
            BootstrapTests.Simulated(60, 1, speakers, 1), BootstrapTests.Simulated(60, 0, speakers, 1),
            Metrics.Accuracy, ResampledUnit.Speakers));

    [Fact]
    public void Equal_answers_have_p_1_and_an_undefined_metric_has_none()
    {
        Assert.Equal(1, PermutationTest.PValue(Good, Good, Metrics.Uar));
        var none = new Predictions(Good.Labels, []);
        Assert.Equal(double.NaN, PermutationTest.PValue(none, none, Metrics.Uar));
        var one = new Predictions(Good.Labels, [Good.Rows.First(row => row.IsCorrect)]);
        Assert.Equal(double.NaN, PermutationTest.PValue(one, one, Metrics.CohenKappa));
    }

    [Fact]
    public void Answers_of_several_seeds_change_hands_together()
    {
        var twice = new Predictions(Bad.Labels, [.. Bad.Rows, .. Bad.Rows]);
        Assert.Equal(
            PermutationTest.PValue(Good, Bad, Metrics.Accuracy, ResampledUnit.Speakers),
            PermutationTest.PValue(Doubled(Good), twice, Metrics.Accuracy, ResampledUnit.Speakers));

        static Predictions Doubled(Predictions own) => new(own.Labels, [.. own.Rows, .. own.Rows]);
    }

    [Fact]
    public void Other_clips_and_too_few_exchanges_are_refused()
    {
        var fewer = new Predictions(Good.Labels, [.. Good.Rows.Skip(1)]);
        Assert.Throws<ArgumentException>(() => PermutationTest.PValue(Good, fewer, Metrics.Uar));
        Assert.Throws<BadOptionException>(
            () => PermutationTest.PValue(Good, Bad, Metrics.Uar, options: new() { Resamples = 5 }));
    }
}
