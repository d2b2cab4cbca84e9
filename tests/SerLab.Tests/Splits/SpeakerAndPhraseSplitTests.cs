using FsCheck;
using FsCheck.Fluent;
using SerLab.Corpora;
using SerLab.Files;
using SerLab.Splits;

namespace SerLab.Tests.Splits;

[Trait("Kind", "law")]
public sealed class SpeakerAndPhraseSplitTests
{
    private static readonly Corpus Grid = Shapes.Full(10, 10, "happy", "sad");

    [Theory]
    [InlineData("speaker+phrase", "speaker+phrase(test=0.2, validation=0.1, seed=1)")]
    [InlineData("speaker+phrase(speakers=A+B)", "speaker+phrase(test=0.2, speakers=A+B, validation=0.1, seed=1)")]
    [InlineData("speaker+phrase(phrases=x, speakers=A, test=0.3)",
        "speaker+phrase(speakers=A, phrases=x, validation=0.1, seed=1)")]
    [InlineData("folds(k=3, by=speaker+phrase)", "folds(k=3, by=speaker+phrase, validation=0.1, seed=1)")]
    public void A_text_says_the_rule(string text, string whole) =>
        Assert.Equal(whole, $"{SplitRule.Parse(text)}");

    [Fact]
    public void Test_clips_are_the_test_speakers_with_the_test_phrases_and_the_rest_of_both_is_unused()
    {
        var plan = SplitRule.Parse("speaker+phrase(speakers=S1+S2, phrases=word 3, validation=0)").Plan(Grid);
        Assert.Equal(["S1", "S2"], plan.Test.Speakers);
        Assert.Equal(["word 3"], plan.Test.Phrases);
        Assert.Equal((4, 144, 52), (plan.Test.Count, plan.Train.Count, plan.Unused.Count));
        Assert.Equal(
            "speaker+phrase split: the 2 test speakers are not in training; the 1 test phrase is not in training; " +
            "there is no validation part; 52 of 200 utterances can be on no side and are unused.", plan.Describe());
    }

    [Fact]
    public void Validation_shares_neither_with_training_nor_with_test()
    {
        var plan = new SpeakerAndPhraseSplit().Plan(Grid);
        Part[] parts = [plan.Train, plan.Validation, plan.Test];
        Assert.Equal(parts.Sum(p => p.Speakers.Count), parts.SelectMany(p => p.Speakers).Distinct().Count());
        Assert.Equal(parts.Sum(p => p.Phrases.Count), parts.SelectMany(p => p.Phrases).Distinct().Count());
        Assert.Equal(200 - parts.Sum(p => p.Count), plan.Unused.Count);
    }

    [Theory]
    [InlineData(24, 2, "validation holds speakers out inside the 19 training speakers and 1 phrase")]
    [InlineData(2, 40, "validation holds phrases out inside the 1 training speaker and 32 phrases")]
    [InlineData(2, 2, "validation is drawn at random inside the 1 training speaker and 1 phrase")]
    public void With_too_few_for_both_validation_keeps_one_apart_and_says_so(int speakers, int phrases, string said) =>
        Assert.Contains(
            $"; {said}, too few to hold both out; ",
            new SpeakerAndPhraseSplit().Plan(Shapes.Full(speakers, phrases, "happy", "sad", "sad")).Describe());

    [Fact]
    public void Where_all_speakers_say_all_phrases_no_numbers_of_them_are_better()
    {
        var shapes = from speakers in Gen.Choose(2, 9)
                     from phrases in Gen.Choose(2, 9)
                     from test in Gen.Elements(0.05, 0.1, 0.2, 0.3, 0.5, 0.8)
                     from seed in Gen.Choose(0, 20)
                     select (speakers, phrases, test, seed);
        Prop.ForAll(Arb.From(shapes), shape =>
        {
            var (n, m, test, seed) = shape;
            var plan = new SpeakerAndPhraseSplit { Test = test, Validation = 0, Seed = seed }
                .Plan(Shapes.Full(n, m, "sad"));
            var best = (from a in Enumerable.Range(1, n - 1) from b in Enumerable.Range(1, m - 1) select Cost(a, b)).Min();
            return Math.Abs(Cost(plan.Test.Speakers.Count, plan.Test.Phrases.Count) - best) < 1e-9;

            double Cost(int a, int b)
            {
                var (taken, stays) = ((double)a * b, (double)(n - a) * (m - b));
                return ((n * m) - taken - stays) / (n * m) + (0.5 * Math.Abs((taken / (taken + stays)) - test) / test);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Nothing_is_lost_where_speakers_with_phrases_of_their_own_can_be_taken_whole()
    {
        // Five pairs of speakers; a pair shares its phrases with nobody else.
        var corpus = Shapes.Of(
            from pair in Enumerable.Range(1, 5)
            from speaker in (string[])["a", "b"]
            from phrase in Enumerable.Range(1, 6)
            from emotion in (string[])["happy", "sad"]
            select ($"{pair}{speaker}", emotion, (string?)$"{pair}-{phrase}"));
        Assert.All(Enumerable.Range(1, 20), seed =>
        {
            var plan = new SpeakerAndPhraseSplit { Seed = seed, Validation = 0 }.Plan(corpus);
            Assert.Equal((0, 24), (plan.Unused.Count, plan.Test.Count));
        });
    }

    [Fact]
    public void Another_seed_takes_other_speakers_and_phrases()
    {
        var tests = Enumerable.Range(1, 20).Select(seed => new SpeakerAndPhraseSplit { Seed = seed }.Plan(Grid).Test);
        Assert.True(tests.Select(t => string.Join('+', t.Speakers)).Distinct().Count() > 10);
        Assert.True(tests.Select(t => string.Join('+', t.Phrases)).Distinct().Count() > 10);
    }

    [Fact]
    public void Folds_by_both_test_each_speaker_in_one_fold_and_each_phrase_of_few_in_some()
    {
        var plans = SplitRule.Parse("folds(k=4, by=speaker+phrase)").Folds(Shapes.Full(12, 2, "happy", "sad"));
        Assert.Equal(4, plans.Count);
        Assert.Equal(12, plans.SelectMany(p => p.Test.Speakers).Count());
        Assert.Equal(12, plans.SelectMany(p => p.Test.Speakers).Distinct().Count());
        Assert.Equal(["word 1", "word 2"], plans.SelectMany(p => p.Test.Phrases).Distinct().Order());
    }

    [Theory]
    [InlineData("speaker+phrase(test=2.0)", "test=2.0 is not between 0 and 1")]
    [InlineData("speaker+phrase(test=S1)", "test=S1 is not a share")]
    [InlineData("speaker+phrase(speakers=S99)", "no speaker 'S99'")]
    [InlineData("speaker+phrase(phrases=wort 1)", "no phrase 'wort 1' (nearest: 'word 1')")]
    [InlineData("speaker+phrase(phrases=word 1+word 2)", "No phrase is left for training")]
    [InlineData("speaker+phrase(speakers=S1+S2+S3)", "No speaker is left for training")]
    [InlineData("folds(k=4, by=speaker+phrase)", "4 folds, but only 3 speakers")]
    public void A_request_that_cannot_hold_is_refused_with_the_reason(string rule, string reason) =>
        Assert.Contains(reason, Refusal(Shapes.Full(3, 2, "sad", "calm"), rule));

    [Fact]
    public void One_speaker_one_phrase_and_no_phrase_are_refused()
    {
        Assert.Contains("one phrase only ('word 1')", Refusal(Shapes.Full(4, 1, "sad"), "speaker+phrase"));
        Assert.Contains("one phrase only ('word 1')", Refusal(Shapes.Full(4, 1, "sad"), "folds(k=2, by=speaker+phrase)"));
        Assert.Contains("one speaker only ('S1')", Refusal(Shapes.Full(1, 4, "sad"), "speaker+phrase"));
        Assert.Contains("2 of 2 utterances have no phrase",
            Refusal(Shapes.Of(("A", "sad", null), ("B", "sad", null)), "speaker+phrase"));
    }

    [Fact]
    public void An_emotion_that_cannot_stay_is_refused()
    {
        var corner = Shapes.Of(("A", "sad", "x"), ("A", "sad", "y"), ("B", "sad", "x"), ("B", "fear", "y"));
        Assert.Contains("No choice of speakers among 2 speakers and 2 phrases",
            Refusal(corner, "speaker+phrase(phrases=y)"));
        Assert.Contains("No choice of phrases", Refusal(corner, "speaker+phrase(speakers=B)"));
        Assert.Contains("fear (spoken by B)", Refusal(corner, "speaker+phrase(speakers=B, phrases=x)"));
        var spread = Shapes.Of(("A", "sad", "x"), ("A", "calm", "y"), ("B", "fear", "x"), ("B", "angry", "y"));
        Assert.Contains("No choice of both", Refusal(spread, "speaker+phrase"));
        Assert.Contains("Fold 1: no choice of phrases for", Refusal(spread, "folds(k=2, by=speaker+phrase)"));
    }

    [Fact]
    public void Named_speakers_who_say_none_of_the_named_phrases_are_refused()
    {
        var corpus = Shapes.Of(("A", "sad", "x"), ("B", "sad", "y"), ("C", "sad", "z"));
        Assert.Contains("None of the test speakers", Refusal(corpus, "speaker+phrase(speakers=A, phrases=y)"));
    }

    [Fact]
    public void A_validation_part_that_would_cost_an_emotion_is_refused()
    {
        var corpus = Shapes.Of(
            ("A", "sad", "x"), ("B", "calm", "y"), ("C", "fear", "z"), ("D", "sad", "w"));
        Assert.Contains("No choice of speakers and phrases for validation",
            Refusal(corpus, "speaker+phrase(speakers=D, phrases=w)"));
    }

    private static string Refusal(Corpus corpus, string rule) =>
        Assert.Throws<BadOptionException>(() => SplitRule.Parse(rule).Folds(corpus)).Message;
}
