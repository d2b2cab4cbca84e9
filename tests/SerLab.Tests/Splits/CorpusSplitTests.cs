using SerLab.Corpora;
using SerLab.Files;
using SerLab.Splits;

namespace SerLab.Tests.Splits;

[Trait("Kind", "law")]
public sealed class CorpusSplitTests
{
    private static readonly Corpus Four =
        Shapes.Full(8, 4, "happy", "sad").InCorpora(speaker => "abcd"[speaker[^1] % 4].ToString());

    [Fact]
    public void The_named_corpus_is_the_test_part_and_validation_is_another_one()
    {
        var plan = SplitRule.Parse("corpus(test=c, validation=0.3)").Plan(Four);
        Assert.All(plan.Test.Utterances, u => Assert.Equal("c", u.Corpus));
        Assert.Equal((16, 16, 32), (plan.Test.Count, plan.Validation.Count, plan.Train.Count));
        Assert.Single(plan.Validation.Utterances.Select(u => u.Corpus).Distinct());
        Assert.Equal(
            "corpus split: the 1 test corpus is not in training; the 2 test speakers are not in training; " +
            "4 of 4 test phrases are also in training.", plan.Describe());
    }

    [Fact]
    public void Each_corpus_is_left_out_once()
    {
        var plans = SplitRule.Parse("loco").Folds(Four);
        Assert.Equal(["a", "b", "c", "d"], plans.Select(p => p.Fold));
        Assert.All(plans, p => Assert.All(p.Test.Utterances, u => Assert.Equal(p.Fold, u.Corpus)));
        Assert.Equal("loco(validation=0.1, seed=1)", $"{plans[0].Rule}");
    }

    [Fact]
    public void With_two_corpora_validation_holds_speakers_out_and_says_so()
    {
        var two = Four.InCorpora(speaker => speaker is "S1" or "S2" or "S3" ? "a" : "b");
        Assert.EndsWith(
            "validation holds speakers out inside the 1 training corpus, too few to hold a corpus out.",
            SplitRule.Parse("corpus(test=a)").Plan(two).Describe());
    }

    [Fact]
    public void A_random_split_of_several_corpora_says_that_it_shares_them() =>
        Assert.StartsWith(
            "random split: 4 of 4 test corpora are also in training; ", new RandomSplit().Plan(Four).Describe());

    [Theory]
    [InlineData("corpus(test=e)", "The data has no corpus 'e'")]
    [InlineData("corpus(test=a+b+c+d)", "No corpus is left for training")]
    public void A_request_that_cannot_hold_is_refused(string rule, string reason) =>
        Assert.Contains(reason, Refusal(Four, rule));

    [Theory]
    [InlineData("corpus")]
    [InlineData("loco")]
    public void One_corpus_cannot_be_unseen(string rule) =>
        Assert.Contains("The data has one corpus only ('shape')", Refusal(Shapes.Full(4, 4, "sad"), rule));

    private static string Refusal(Corpus corpus, string rule) =>
        Assert.Throws<BadOptionException>(() => SplitRule.Parse(rule).Folds(corpus)).Message;
}
