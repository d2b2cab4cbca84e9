using SerLab.Corpora;
using SerLab.Files;
using SerLab.Splits;

namespace SerLab.Tests.Splits;

[Trait("Kind", "law")]
public sealed class MatchedFoldsTests
{
    private static readonly SplitKey[] Ways = [SplitKey.None, SplitKey.Phrase, SplitKey.Speaker, SplitKey.SpeakerAndPhrase];

    [Theory]
    [InlineData(24, 2, 5)]
    [InlineData(2, 30, 5)]
    [InlineData(6, 7, 3)]
    public void Whatever_is_kept_apart_the_same_clips_are_tested_and_training_is_as_large(int speakers, int phrases, int k)
    {
        var corpus = Crossed(speakers, phrases);
        var folds = Ways.Select(by => new MatchedFolds { K = k, By = by, Seed = 3 }.Folds(corpus)).ToArray();
        for (var fold = 0; fold < Math.Max(Math.Min(k, speakers), Math.Min(k, phrases)); fold++)
        {
            var plans = folds.Select(plans => plans[fold]).ToArray();
            Assert.Single(plans.Select(plan => string.Join(' ', plan.Test.Utterances.Select(u => u.Id))).Distinct());
            Assert.Single(plans.Select(plan => string.Join(' ', Counts(plan.Train))).Distinct());
            Assert.All(plans, plan => Assert.Equal(
                corpus.Utterances.Count,
                plan.Train.Count + plan.Validation.Count + plan.Test.Count + plan.Unused.Count));
        }
    }

    [Fact]
    public void Training_has_heard_what_is_not_kept_apart_and_nothing_else()
    {
        var corpus = Crossed(6, 7);
        SplitPlan First(SplitKey by) => new MatchedFolds { K = 3, By = by }.Folds(corpus)[0];
        Assert.NotEmpty(First(SplitKey.None).SharedSpeakers);
        Assert.NotEmpty(First(SplitKey.None).SharedPhrases);
        Assert.NotEmpty(First(SplitKey.Phrase).SharedSpeakers);
        Assert.Empty(First(SplitKey.Phrase).SharedPhrases);
        Assert.Empty(First(SplitKey.Speaker).SharedSpeakers);
        Assert.NotEmpty(First(SplitKey.Speaker).SharedPhrases);
        Assert.Empty(First(SplitKey.SpeakerAndPhrase).SharedSpeakers);
        Assert.Empty(First(SplitKey.SpeakerAndPhrase).SharedPhrases);
    }

    [Fact]
    public void A_random_training_part_has_as_much_of_the_test_speakers_and_phrases_as_the_corpus()
    {
        var plans = Enumerable.Range(1, 40).Select(seed => new MatchedFolds { K = 3, By = SplitKey.None, Seed = seed })
            .SelectMany(rule => rule.Folds(Crossed(6, 7, takes: 4)));
        var shares = plans.Select(plan => (
            Train: plan.Train.Utterances.Average(u => plan.Test.Speakers.Contains(u.Speaker) ? 1.0 : 0),
            Both: plan.Train.Utterances.Average(u => plan.Test.Speakers.Contains(u.Speaker)
                && plan.Test.Phrases.Contains(u.Phrase!) ? 1.0 : 0),
            Phrases: plan.Test.Phrases.Count / 7.0)).ToList();
        Assert.Equal(2 / 6.0, shares.Average(s => s.Train), 0.02);
        Assert.Equal(shares.Average(s => s.Phrases) * 2 / 6, shares.Average(s => s.Both), 0.02);
    }

    [Fact]
    public void Every_speaker_and_every_phrase_is_tested()
    {
        var corpus = Crossed(6, 7);
        var folds = new MatchedFolds { K = 5 }.Folds(corpus);
        Assert.Equal(6, folds.SelectMany(plan => plan.Test.Speakers).Distinct().Count());
        Assert.Equal(7, folds.SelectMany(plan => plan.Test.Phrases).Distinct().Count());
    }

    [Fact]
    public void A_corpus_says_what_can_be_kept_apart()
    {
        Assert.Equal(Ways, MatchedFolds.Ways(Crossed(3, 4)));
        Assert.Equal([SplitKey.None, SplitKey.Speaker], MatchedFolds.Ways(Crossed(3, 1)));
        Assert.Equal([SplitKey.None, SplitKey.Phrase], MatchedFolds.Ways(Crossed(1, 4)));
        Assert.Equal([SplitKey.None], MatchedFolds.Ways(Crossed(1, 1)));
        var untold = Crossed(3, 4);
        untold = untold with { Utterances = [.. untold.Utterances.Select(u => u with { Phrase = null })] };
        Assert.Equal([SplitKey.None, SplitKey.Speaker], MatchedFolds.Ways(untold));
    }

    [Fact]
    public void What_cannot_be_kept_apart_is_refused()
    {
        Assert.Throws<BadOptionException>(() => new MatchedFolds().Folds(Crossed(1, 4)));
        Assert.Throws<BadOptionException>(() => new MatchedFolds { By = SplitKey.None }.Folds(Crossed(1, 1)));
        Assert.Throws<BadOptionException>(() => new MatchedFolds { By = SplitKey.Corpus }.Folds(Crossed(3, 4)));
        Assert.Throws<BadOptionException>(() => new MatchedFolds { K = 1 }.Folds(Crossed(3, 4)));
    }

    [Fact]
    public void Its_text_reads_back_and_its_plan_says_why_clips_are_unused()
    {
        var rule = new MatchedFolds { K = 3, By = SplitKey.Phrase, Seed = 4 };
        Assert.Equal("matched(k=3, by=phrase, validation=0.1, seed=4)", $"{rule}");
        Assert.Equal(rule, SplitRule.Parse($"{rule}"));
        Assert.Contains("are unused, so that training is no larger", rule.Folds(Crossed(6, 7))[0].Describe());
    }

    private static string[] Counts(Part part) =>
        [.. part.Utterances.CountBy(u => u.Emotion).OrderBy(c => c.Key).Select(c => $"{c.Key} {c.Value}")];

    // Every speaker says every phrase in each of three emotions.
    private static Corpus Crossed(int speakers, int phrases, int takes = 2) => new("made", "", [.. (
        from speaker in Enumerable.Range(0, speakers)
        from phrase in Enumerable.Range(0, phrases)
        from emotion in new[] { "angry", "happy", "sad" }
        from take in Enumerable.Range(1, takes)
        let id = $"s{speaker:00}-p{phrase:00}-{emotion}-{take}"
        select new Utterance(id, id + ".wav", "made", $"s{speaker:00}", emotion, emotion) { Phrase = $"p{phrase:00}" })
        .OrderBy(u => u.Id, StringComparer.Ordinal)], []);
}
