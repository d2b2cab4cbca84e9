using FsCheck;
using FsCheck.Fluent;
using SerLab.Corpora;
using SerLab.Files;
using SerLab.Splits;

namespace SerLab.Tests.Splits;

[Trait("Kind", "law")]
public sealed class SplitLawTests
{
    private static readonly Arbitrary<SplitRule> Rules = Arb.From(
        from test in Gen.Elements(0.05, 0.2, 0.5, 0.9)
        from validation in Gen.Elements(0, 0.1, 0.4)
        from seed in Gen.Choose(0, 9)
        from rule in Gen.Elements<SplitRule>(
            new RandomSplit { Test = test }, new SpeakerSplit { Test = test }, new PhraseSplit { Test = test },
            new LeaveOneSpeakerOut(), new KFolds { K = 3 }, new KFolds { K = 2, By = SplitKey.Phrase },
            new KFolds { K = 4, By = SplitKey.None }, new SpeakerAndPhraseSplit { Test = test },
            new KFolds { K = 3, By = SplitKey.SpeakerAndPhrase }, new CorpusSplit { Test = test },
            new KFolds { K = 3, Stratified = true }, new KFolds { K = 2, By = SplitKey.Phrase, Stratified = true },
            new LeaveOneCorpusOut(), new KFolds { K = 2, By = SplitKey.Corpus })
        select rule with { Validation = validation, Seed = seed });

    [Fact]
    public void Every_utterance_is_in_exactly_one_part_and_training_has_every_emotion() =>
        Check((corpus, rule) => FoldsOrNone(corpus, rule).All(plan =>
            Ids(plan.Train, plan.Validation, plan.Test).Concat(plan.Unused.Select(u => u.Id))
                .Order(StringComparer.Ordinal).SequenceEqual(corpus.Utterances.Select(u => u.Id))
            && (plan.Unused.Count == 0 || rule.Keeps == SplitKey.SpeakerAndPhrase)
            && plan.Train.Utterances.Select(u => u.Emotion).Distinct().Count() == corpus.Labels.Count
            && (plan.Validation.Count > 0) == (rule.Validation > 0)));

    [Fact]
    public void What_a_rule_keeps_is_never_on_both_sides() =>
        Check((corpus, rule) => FoldsOrNone(corpus, rule).All(plan => Keys(rule).All(key =>
            Apart(Names(key, plan.Test), [.. Names(key, plan.Train), .. Names(key, plan.Validation)])
            && (key != SplitKey.Speaker || plan.IsSpeakerDisjoint))));

    [Fact]
    public void Validation_is_disjoint_too_where_three_groups_are_left_and_else_the_description_says_so() =>
        Check((corpus, rule) => FoldsOrNone(corpus, rule).All(plan =>
            Keys(rule).All(key => Apart(Names(key, plan.Train), Names(key, plan.Validation)))
            || (Keys(rule).Any(key => Names(key, plan.Train).Union(Names(key, plan.Validation)).Count() < 3)
                && plan.Describe().Contains("too few to hold"))));

    [Fact]
    public void Only_what_has_the_speaker_or_the_phrase_of_a_part_held_out_is_unused() =>
        Check((corpus, rule) => FoldsOrNone(corpus, rule).All(plan => plan.Unused.All(u =>
            IsOfOne(u, plan.Test) || IsOfOne(u, plan.Validation))));

    [Fact]
    public void The_order_of_the_corpus_does_not_matter_and_the_same_seed_gives_the_same_plan() =>
        Check((corpus, rule) =>
            Text(FoldsOrNone(corpus, rule)) == Text(FoldsOrNone(corpus.Reversed(), SplitRule.Parse($"{rule}"))));

    [Fact]
    public void Folds_test_every_utterance_once() =>
        Check((corpus, rule) => rule.Keeps == SplitKey.SpeakerAndPhrase
            || FoldsOrNone(corpus, rule) is not { Count: > 1 } plans
            || Ids([.. plans.Select(p => p.Test)]).SequenceEqual(corpus.Utterances.Select(u => u.Id)));

    [Fact]
    public void Every_emotion_gives_its_share_to_within_one_utterance() =>
        Prop.ForAll(Shapes.Odd, Rules, (corpus, rule) =>
        {
            var random = new RandomSplit { Test = 0.3, Validation = 0, Seed = rule.Seed };
            return FoldsOrNone(corpus, random).All(plan => corpus.Labels.All(label =>
            {
                var all = corpus.Utterances.Count(u => u.Emotion == label);
                var test = plan.Test.Utterances.Count(u => u.Emotion == label);
                return Math.Abs(test - (0.3 * all)) < 1 || (test == all - 1);
            }));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Folds_by_random_have_each_emotion_to_within_one_utterance() =>
        Prop.ForAll(Shapes.Odd, Rules, (corpus, rule) =>
        {
            var plans = FoldsOrNone(corpus, new KFolds { K = 4, By = SplitKey.None, Seed = rule.Seed, Validation = 0 });
            return corpus.Labels.All(label => plans.Count == 0
                || plans.Max(plan => Count(plan, label)) - plans.Min(plan => Count(plan, label)) <= 1);

            static int Count(SplitPlan plan, string label) => plan.Test.Utterances.Count(u => u.Emotion == label);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Stratified_folds_of_speakers_are_no_less_even_in_emotions_than_a_random_deal_on_average()
    {
        var random = new SeededShuffle(9);
        double stratified = 0, dealt = 0;
        foreach (var seed in Enumerable.Range(1, 60))
        {
            var corpus = Shapes.Of(Enumerable.Range(0, 200).Select(_ => random.Next(12) is var s
                ? ($"S{s:00}", Emotions.Vocabulary[random.Next(3) * s % 4], (string?)null) : default));
            stratified += Unevenness(corpus, new KFolds { K = 3, Stratified = true, Seed = seed, Validation = 0 });
            dealt += Unevenness(corpus, new KFolds { K = 3, Seed = seed, Validation = 0 });
        }

        Assert.True(stratified < 0.8 * dealt, $"{stratified} against {dealt}");

        static double Unevenness(Corpus corpus, KFolds rule) => FoldsOrNone(corpus, rule) is { Count: > 0 } plans
            ? corpus.Labels.Average(label => plans.Max(p => Share(p, label)) - plans.Min(p => Share(p, label)))
            : 0;

        static double Share(SplitPlan p, string label) =>
            p.Test.Utterances.Count(u => u.Emotion == label) / (double)p.Test.Count;
    }

    [Fact]
    public void An_emotion_that_divides_evenly_gives_no_more_than_its_share_when_others_can_give_none()
    {
        string[] emotions = [.. Enumerable.Repeat("sad", 10), "angry", "calm", "fear", "happy", "neutral", "disgust", "boredom"];
        var corpus = new Corpus("c", "", [.. emotions.Select((emotion, i) =>
            new Utterance($"u{i:00}", $"u{i:00}.wav", "c", "s", emotion, emotion))], []);
        var plan = new RandomSplit { Test = 0.3, Validation = 0 }.Plan(corpus);
        Assert.Equal(3, plan.Test.Count);
    }

    [Fact]
    public void A_speaker_split_is_refused_exactly_where_no_speaker_can_leave() =>
        Prop.ForAll(Shapes.Odd, corpus =>
        {
            var possible = corpus.Speakers.Count > 1 && corpus.Speakers.Any(s => corpus.Labels.All(label =>
                corpus.Utterances.Any(u => u.Speaker != s && u.Emotion == label)));
            return possible == (FoldsOrNone(corpus, new SpeakerSplit { Validation = 0 }).Count == 1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Where_every_speaker_has_every_emotion_no_choice_of_speakers_comes_nearer()
    {
        var sizes = from s in Gen.Choose(1, 7)
                    from words in Gen.Choose(1, 12).ListOf(s + 1)
                    from test in Gen.Choose(1, 99)
                    select (Words: words, Test: test / 100.0);
        Prop.ForAll(Arb.From(sizes), shape =>
        {
            var corpus = Shapes.Of(shape.Words.SelectMany((count, s) =>
                Enumerable.Repeat(($"S{s}", "sad", (string?)null), count)));
            var wanted = shape.Test * corpus.Utterances.Count;
            var best = Enumerable.Range(1, (1 << shape.Words.Count) - 2)
                .Min(set => Math.Abs(wanted - shape.Words.Where((_, s) => (set >> s & 1) == 1).Sum()));
            var plan = new SpeakerSplit { Test = shape.Test, Validation = 0 }.Plan(corpus);
            return Math.Abs(wanted - plan.Test.Count) == best;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_text_of_a_rule_reads_back_as_the_same_rule()
    {
        var names = Gen.Elements("YAF", "03", "0.5", "0", "a+b", "c|d", "(x)", @"e\f", "g=h", "i,j", " k ", "Ünal S");
        var rules = from test in names.NonEmptyListOf()
                    from validation in names.ListOf(2)
                    from seed in Gen.Choose(-5, 5)
                    from rule in Gen.Elements<SplitRule>(
                        new SpeakerSplit { TestNames = [.. test], ValidationNames = [.. validation], Seed = seed },
                        new PhraseSplit { TestNames = [.. test], Validation = 0.25 },
                        new SpeakerAndPhraseSplit { Speakers = [.. test], Phrases = [.. validation], Test = 0.25 },
                        new SpeakerAndPhraseSplit { Phrases = [.. test], Seed = seed },
                        new CorpusSplit { TestNames = [.. test] },
                        new SpeakerGroups { Groups = [[.. test], [.. validation]], Seed = seed })
                    select rule;
        Prop.ForAll(Arb.From(rules), rule => SplitRule.Parse($"{rule}").Equals(rule)
            && Json.Parse<SplitRule>(Json.ToText(rule), "memory").Equals(rule)
            && SplitRule.Parse($"{rule}").GetHashCode() == rule.GetHashCode()).QuickCheckThrowOnFailure();
        Prop.ForAll(Rules, rule => SplitRule.Parse($"{rule}").Equals(rule)).QuickCheckThrowOnFailure();
    }

    private static void Check(Func<Corpus, SplitRule, bool> law)
    {
        var made = 0;
        Prop.ForAll(Shapes.Odd, Rules, (corpus, rule) =>
        {
            made += FoldsOrNone(corpus, rule).Count;
            return law(corpus, rule);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
        Assert.True(made > 100, $"the law was tried on {made} plans only");
    }

    private static IReadOnlyList<SplitPlan> FoldsOrNone(Corpus corpus, SplitRule rule)
    {
        try
        {
            return rule.Folds(corpus);
        }
        catch (BadOptionException)
        {
            return [];
        }
    }

    private static IEnumerable<string> Ids(params IEnumerable<Part> parts) =>
        parts.SelectMany(p => p.Utterances).Select(u => u.Id).Order(StringComparer.Ordinal);

    private static bool Apart(IEnumerable<string> some, IEnumerable<string> others) => !some.Intersect(others).Any();

    private static bool IsOfOne(Utterance u, Part part) =>
        part.Speakers.Contains(u.Speaker) ^ part.Phrases.Contains(u.Phrase);

    private static SplitKey[] Keys(SplitRule rule) => rule.Keeps switch
    {
        SplitKey.None => [],
        SplitKey.SpeakerAndPhrase => [SplitKey.Speaker, SplitKey.Phrase],
        _ => [rule.Keeps],
    };

    private static IEnumerable<string> Names(SplitKey key, Part part) => key switch
    {
        SplitKey.Speaker => part.Speakers,
        SplitKey.Phrase => part.Phrases,
        _ => part.Utterances.Select(u => u.Corpus).Distinct(),
    };

    private static string Text(IEnumerable<SplitPlan> plans) => string.Join('\n', plans.Select(p =>
        $"{p.Rule} {p.Fold} {string.Join(' ', Ids(p.Train))} / {string.Join(' ', Ids(p.Validation))}"));
}
