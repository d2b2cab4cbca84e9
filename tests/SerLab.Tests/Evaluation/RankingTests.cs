using SerLab.Evaluation;

namespace SerLab.Tests.Evaluation;

[Trait("Kind", "law")]
public sealed class RankingTests
{
    private static readonly BootstrapOptions Few = new() { Resamples = 400 };
    private static readonly Predictions Good = BootstrapTests.Simulated(300, 0.8, 6, 1);
    private static readonly Predictions Bad = BootstrapTests.Simulated(300, 0.4, 6, 2);

    [Fact]
    public void A_model_against_itself_has_no_difference_and_that_is_noise()
    {
        var row = Ranking.Of([new("a", Good), new("a again", Shuffled(Good))]).Rows[1];
        Assert.Equal((0.0, 0.0, 0.0), (row.ToBest!.Value, row.ToBest.Low, row.ToBest.High));
        Assert.True(row.IsNoise && row.IsPaired);
    }

    [Fact]
    public void A_clearly_better_one_comes_first_and_the_difference_is_real()
    {
        var ranking = Ranking.Of([new("bad", Bad), new("good", Good)]);
        Assert.Equal(["good", "bad"], ranking.Rows.Select(row => row.Name));
        Assert.Equal([1, 0], ranking.Rows.Select(row => row.Index));
        Assert.Equal((null, false), (ranking.Rows[0].ToBest, ranking.Rows[0].IsNoise));
        Assert.False(ranking.Rows[1].IsNoise);
        Assert.Equal(
            ranking.Rows[1].Uar.Value - ranking.Rows[0].Uar.Value, ranking.Rows[1].ToBest!.Value, 1e-12);
    }

    [Fact]
    public void P_is_that_of_exchanged_speakers_corrected_for_all_models_that_answer_the_bests_clips()
    {
        var good = BootstrapTests.Simulated(300, 0.8, 12, 1);
        var (middle, bad) = (BootstrapTests.Simulated(300, 0.7, 12, 3), BootstrapTests.Simulated(300, 0.4, 12, 2));
        var half = new Predictions(bad.Labels, [.. bad.Rows.Take(150)]);
        var rows = Ranking.Of([new("bad", bad), new("good", good), new("half", half), new("middle", middle)]).Rows
            .ToDictionary(row => row.Name);
        var corrected = Holm.Adjust([P(bad), P(middle)]);
        Assert.Equal((corrected[0], corrected[1]), (rows["bad"].PValue, rows["middle"].PValue));
        Assert.Equal((null, null), (rows["half"].PValue, rows["good"].PValue));
        Assert.Equal(SmallestDifference.OfPair(rows["bad"].ToBest!), rows["bad"].SmallestShown);
        Assert.Null(rows["good"].SmallestShown);

        double P(Predictions own) => PermutationTest.PValue(own, good, Metrics.Uar, ResampledUnit.Speakers);
    }

    [Fact]
    public void A_difference_whose_interval_leaves_out_0_is_noise_where_p_is_not_small()
    {
        var apart = new Interval(-0.05, -0.09, -0.01, "", 300);
        Assert.False(Row(0.049).IsNoise);
        Assert.True(Row(0.05).IsNoise);
        Assert.False(Row(null).IsNoise);

        Ranked Row(double? p) => new(1, "a", apart, apart, 0.6, 300, 12, apart, IsPaired: true, p);
    }

    [Fact]
    public void Fewer_than_ten_speakers_are_judged_by_the_interval_alone()
    {
        var row = Ranking.Of([new("good", Good), new("bad", Bad)], Few).Rows[1];
        Assert.Equal((null, false), (row.PValue, row.IsNoise));
    }

    [Fact]
    public void Models_of_equal_skill_are_noise_about_as_often_as_the_level_says()
    {
        var noise = Enumerable.Range(0, 200).Count(trial => Ranking.Of(
        [
            new("a", BootstrapTests.Simulated(150, 0.6, 3, trial)),
            new("b", BootstrapTests.Simulated(150, 0.6, 3, trial + 10_000)),
        ], Few).Rows[1].IsNoise);
        Assert.InRange(noise / 200.0, 0.90, 0.99);
    }

    [Fact]
    public void Other_test_clips_are_compared_unpaired_and_say_so()
    {
        var half = new Predictions(Bad.Labels, [.. Bad.Rows.Take(150)]);
        var rows = Ranking.Of([new("good", Good), new("half", half), new("bad", Bad)]).Rows;
        Assert.Equal([true, false, true], rows.OrderBy(row => row.Index).Select(row => row.IsPaired));
        Assert.Equal([300, 150, 300], rows.OrderBy(row => row.Index).Select(row => row.TestClips));
    }

    [Fact]
    public void Speakers_are_drawn_where_every_test_part_has_enough_of_them()
    {
        Assert.Equal(ResampledUnit.Speakers, Ranking.Of([new("a", Good), new("b", Bad)], Few).Unit);
        var few = BootstrapTests.Simulated(300, 0.5, 4, 1);
        var ranking = Ranking.Of([new("a", Good), new("b", few)], Few);
        Assert.Equal(ResampledUnit.Clips, ranking.Unit);
        Assert.Contains("over clips", ranking.Rows[1].ToBest!.Method);
    }

    [Fact]
    public void Answers_of_several_seeds_are_paired_clip_by_clip_and_narrow_nothing_by_being_many()
    {
        var twice = new Predictions(Bad.Labels, [.. Bad.Rows.SelectMany(row => new[] { row, row })]);
        var clips = new BootstrapOptions { Seed = 3 };
        var once = Bootstrap.PairedDifference(Good, Bad, Metrics.Uar, ResampledUnit.Clips, clips);
        Assert.Equal(once, Bootstrap.PairedDifference(Good, twice, Metrics.Uar, ResampledUnit.Clips, clips));
        Assert.Equal(
            Bootstrap.Of(Bad, Metrics.Uar, ResampledUnit.Clips, clips),
            Bootstrap.Of(twice, Metrics.Uar, ResampledUnit.Clips, clips));
        var row = Ranking.Of([new("good", Good), new("bad", twice)], Few).Rows[1];
        Assert.Equal((300, true), (row.TestClips, row.IsPaired));
    }

    [Fact]
    public void One_model_and_other_labels_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Ranking.Of([new("a", Good)]));
        var renamed = new Predictions(["x", "y", "z"], Good.Rows);
        Assert.Throws<ArgumentException>(() => Ranking.Of([new("a", Good), new("b", renamed)]));
    }

    private static Predictions Shuffled(Predictions predictions) =>
        new(predictions.Labels, [.. predictions.Rows.OrderBy(row => row.File[^5]).ThenByDescending(row => row.File)]);
}
