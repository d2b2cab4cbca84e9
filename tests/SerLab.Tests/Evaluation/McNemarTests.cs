using SerLab.Evaluation;

namespace SerLab.Tests.Evaluation;

[Trait("Kind", "law")]
public sealed class McNemarTests
{
    private static readonly Predictions Good = BootstrapTests.Simulated(300, 0.8, 6, 1);
    private static readonly Predictions Bad = BootstrapTests.Simulated(300, 0.6, 6, 2);

    [Fact]
    [Trait("Kind", "reference")]
    public void Both_p_are_those_of_scipy()
    {
        foreach (var golden in StatisticsReference.Cases("mcnemar"))
        {
            var test = new McNemar(
                golden.GetProperty("first_only").GetInt32(), golden.GetProperty("second_only").GetInt32());
            Assert.Equal(golden.GetProperty("exact").GetDouble(), test.Exact, 1e-9);
            Assert.Equal(golden.GetProperty("mid_p").GetDouble(), test.MidP, 1e-9);
        }
    }

    [Fact]
    public void Clips_are_counted_that_one_model_alone_got_right_in_any_order()
    {
        var shuffled = new Predictions(Bad.Labels, [.. Bad.Rows.Reverse()]);
        var test = McNemar.Of(Good, shuffled);
        Assert.Equal(Good.Rows.Zip(Bad.Rows).Count(p => p.First.IsCorrect && !p.Second.IsCorrect), test.FirstOnly);
        Assert.Equal(Good.Rows.Zip(Bad.Rows).Count(p => !p.First.IsCorrect && p.Second.IsCorrect), test.SecondOnly);
        Assert.Equal(new McNemar(test.SecondOnly, test.FirstOnly), McNemar.Of(shuffled, Good));
        Assert.True(test.Exact < 0.001);
    }

    [Fact]
    public void Models_that_never_differ_have_p_1()
    {
        Assert.Equal((1, 1), (McNemar.Of(Good, Good).Exact, McNemar.Of(Good, Good).MidP));
        var none = new Predictions(Good.Labels, []);
        Assert.Equal((1, 1), (McNemar.Of(none, none).Exact, McNemar.Of(none, none).MidP));
    }

    [Fact]
    public void Other_clips_and_several_answers_to_a_clip_are_refused()
    {
        var fewer = new Predictions(Good.Labels, [.. Good.Rows.Skip(1)]);
        var twice = new Predictions(Good.Labels, [.. Good.Rows, .. Good.Rows]);
        Assert.Throws<ArgumentException>(() => McNemar.Of(Good, fewer));
        Assert.Throws<ArgumentException>(() => McNemar.Of(Good, twice));
        Assert.Throws<ArgumentException>(() => McNemar.Of(twice, twice));
    }
}
