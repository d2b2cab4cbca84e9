using SerLab.Corpora;
using SerLab.Files;
using SerLab.Splits;

namespace SerLab.Tests.Splits;

[Trait("Kind", "law")]
public sealed class SplitRuleTests
{
    private static readonly Corpus Four = Shapes.Full(4, 10, "happy", "sad");

    [Theory]
    [InlineData("random", "random(test=0.2, validation=0.1, seed=1)")]
    [InlineData(" speaker ", "speaker(test=0.2, validation=0.1, seed=1)")]
    [InlineData("speaker(test=YAF)", "speaker(test=YAF, validation=0.1, seed=1)")]
    [InlineData("speaker(test=03+08, validation=09)", "speaker(test=03+08, validation=09, seed=1)")]
    [InlineData("phrase( seed = 7 , test = 0.5 )", "phrase(test=0.5, validation=0.1, seed=7)")]
    [InlineData("loso(validation=0)", "loso(validation=0, seed=1)")]
    [InlineData("folds=6", "folds(k=6, by=speaker, validation=0.1, seed=1)")]
    [InlineData("folds(k=3, by=phrase)", "folds(k=3, by=phrase, validation=0.1, seed=1)")]
    [InlineData("folds(by=random)", "folds(k=5, by=random, validation=0.1, seed=1)")]
    [InlineData("groups(test=A+B|C)", "groups(test=A+B|C, validation=0.1, seed=1)")]
    public void A_text_says_the_rule_and_leaves_the_rest_at_its_default(string text, string whole) =>
        Assert.Equal(whole, $"{SplitRule.Parse(text)}");

    [Theory]
    [InlineData("speker", "none of random, speaker")]
    [InlineData("random(test=0.2", "bracket is not closed")]
    [InlineData("random(tset=0.2)", "not tset")]
    [InlineData("random(0.2)", "not one new key=value")]
    [InlineData("random(seed=1, seed=2)", "not one new key=value")]
    [InlineData("random(test=YAF)", "not a share")]
    [InlineData("random(seed=x)", "not a whole number")]
    [InlineData("folds(by=word)", "by=word")]
    [InlineData("folds=99999999999", "k=99999999999")]
    [InlineData("groups", "needs test=")]
    public void A_text_that_is_no_rule_is_refused_with_the_place(string text, string place) =>
        Assert.Contains(place, Assert.Throws<BadOptionException>(() => SplitRule.Parse(text)).Message);

    [Fact]
    public void JSON_that_is_no_rule_is_refused() =>
        Assert.Throws<BadFileException>(() => Json.Parse<SplitRule>("\"speker\"", "x.json"));

    [Theory]
    [InlineData("random(test=0, validation=1.0)", "test=0 is not between 0 and 1. validation=1.0 is not from 0")]
    [InlineData("speaker(test=1.5)", "test=1.5 is not between")]
    [InlineData("speaker(test=S1, validation=S1)", "S1: both test and validation")]
    [InlineData("speaker(test=S1+S2+S3+S4)", "No speaker is left for training")]
    [InlineData("speaker(test=S1+s22)", "no speaker 's22' (nearest: 'S2')")]
    [InlineData("phrase(test=zzzzzzzzzzzzzz)", "no phrase 'zzzzzzzzzzzzzz'. It has word 1")]
    [InlineData("folds=1", "k=1 is below 2")]
    [InlineData("folds=5", "5 folds, but only 4 speakers")]
    [InlineData("folds(k=81, by=random)", "81 folds, but only 80 utterances")]
    [InlineData("groups(test=S1+S2)", "two groups or more")]
    [InlineData("groups(test=S1+S2|S2)", "S2: in more than one group")]
    [InlineData("groups(test=S1|S2+S3)", "In no group: S4")]
    public void A_request_that_cannot_hold_is_refused_with_the_reason(string rule, string reason) =>
        Assert.Contains(reason, Refusal(Four, rule));

    [Fact]
    public void One_speaker_cannot_be_unseen()
    {
        var one = Shapes.Full(1, 10, "happy", "sad");
        Assert.Contains("one speaker only ('S1')", Refusal(one, "speaker"));
        Assert.Contains("one speaker only ('S1')", Refusal(one, "loso"));
    }

    [Fact]
    public void An_emotion_of_one_speaker_cannot_leave_training()
    {
        var corpus = Shapes.Of(("A", "sad", null), ("B", "sad", null), ("B", "fear", null), ("C", "sad", null));
        Assert.Contains("fear (spoken by B)", Refusal(corpus, "loso"));
        Assert.Contains("fear (spoken by B)", Refusal(corpus, "speaker(test=B)"));
        Assert.DoesNotContain("B", new SpeakerSplit { Test = 0.5, Validation = 0 }.Plan(corpus).Test.Speakers);
    }

    [Fact]
    public void Speakers_with_an_emotion_each_cannot_be_tested()
    {
        var corpus = Shapes.Of(("A", "sad", null), ("B", "fear", null));
        Assert.Contains("only one with some emotion", Refusal(corpus, "speaker"));
    }

    [Fact]
    public void A_validation_part_that_would_cost_an_emotion_is_refused()
    {
        var corpus = Shapes.Of(("A", "sad", null), ("B", "fear", null), ("C", "calm", null), ("D", "sad", null));
        Assert.Contains("none can be validation", Refusal(corpus, "speaker(test=D)"));
        Assert.Equal(0, SplitRule.Parse("speaker(test=D, validation=0)").Plan(corpus).Validation.Count);
    }

    [Fact]
    public void Single_utterances_are_refused()
    {
        var single = Shapes.Of(("A", "sad", null), ("B", "fear", null));
        Assert.Contains("Every emotion has one utterance", Refusal(single, "random"));
        var pair = Shapes.Of(("A", "sad", null), ("B", "sad", null));
        Assert.Contains("to spare for a validation part", Refusal(pair, "random"));
        Assert.Contains("no utterances", Refusal(Shapes.Of(), "random"));
    }

    [Fact]
    public void A_corpus_without_phrases_is_not_split_by_phrase() =>
        Assert.Contains("1 of 2 utterances have no phrase (first: 'u0001')",
            Refusal(Shapes.Of(("A", "sad", "x"), ("B", "sad", null)), "phrase"));

    [Fact]
    public void Named_speakers_are_the_parts()
    {
        var plan = SplitRule.Parse("speaker(test=S3, validation=S1)").Plan(Four);
        Assert.Equal(["S3"], plan.Test.Speakers);
        Assert.Equal(["S1"], plan.Validation.Speakers);
        Assert.Equal(["S2", "S4"], plan.Train.Speakers);
        var drawn = SplitRule.Parse("speaker(test=0.5, validation=S1)").Plan(Four);
        Assert.Equal(2, drawn.Test.Speakers.Except(["S1"]).Count());
    }

    [Fact]
    public void A_rule_with_folds_gives_no_single_plan()
    {
        var refusal = Assert.Throws<BadOptionException>(() => new KFolds { K = 2 }.Plan(Four));
        Assert.Contains("several plans", refusal.Message);
        Assert.Equal(["S1", "S2", "S3", "S4"], new LeaveOneSpeakerOut().Folds(Four).Select(p => p.Fold));
    }

    [Fact]
    public void The_EmoBox_folds_leave_each_actor_of_RAVDESS_out_once()
    {
        Assert.Equal(Enumerable.Range(1, 24), EmoBox.RavdessActors.SelectMany(g => g).Order());
        var ravdess = Shapes.Of(Enumerable.Range(1, 24).Select(a => ($"Actor_{a:00}", "sad", (string?)"Kids")));
        var folds = SplitRule.Parse("emobox-ravdess").Folds(ravdess);
        Assert.Equal(6, folds.Count);
        Assert.Equal(["Actor_01", "Actor_11", "Actor_20", "Actor_21"], folds[0].Test.Speakers);
        Assert.All(folds, f => Assert.Equal((4, 2, 18), (f.Test.Count, f.Validation.Count, f.Train.Count)));
    }

    private static string Refusal(Corpus corpus, string rule) =>
        Assert.Throws<BadOptionException>(() => SplitRule.Parse(rule).Folds(corpus)).Message;
}
