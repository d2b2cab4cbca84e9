using SerLab.Corpora;
using SerLab.Files;
using SerLab.Splits;

namespace SerLab.Tests.Splits;

[Trait("Kind", "law")]
public sealed class SplitPlanTests
{
    private static readonly Corpus Four = Shapes.Full(4, 10, "happy", "sad");

    [Theory]
    [InlineData("random(test=0.5)",
        "random split: 4 of 4 test speakers are also in training; 10 of 10 test phrases are also in training.")]
    [InlineData("speaker(test=S2)",
        "speaker split: the 1 test speaker is not in training; 10 of 10 test phrases are also in training.")]
    [InlineData("speaker(test=S1+S2)",
        "speaker split: the 2 test speakers are not in training; 10 of 10 test phrases are also in training; " +
        "validation holds phrases out inside the 2 training speakers, too few to hold a speaker out.")]
    [InlineData("phrase(test=word 1, validation=0)",
        "phrase split: 4 of 4 test speakers are also in training; the 1 test phrase is not in training; " +
        "there is no validation part.")]
    public void The_description_says_what_training_has_seen(string rule, string description) =>
        Assert.Equal(description, SplitRule.Parse(rule).Plan(Four).Describe());

    [Fact]
    public void The_description_names_the_fold_and_says_where_phrases_are_unknown()
    {
        var corpus = Shapes.Of(
            from speaker in (string[])["A", "B"]
            from n in Enumerable.Range(1, 4)
            select (speaker, "sad", (string?)null));
        Assert.Equal(
            "loso split, fold A: the 1 test speaker is not in training; the phrases are not known; " +
            "validation is drawn at random inside the 1 training speaker, too few to hold a speaker out.",
            new LeaveOneSpeakerOut().Folds(corpus)[0].Describe());
    }

    [Fact]
    public void A_plan_knows_its_seed_labels_and_what_is_shared()
    {
        var plan = new PhraseSplit { Seed = 5 }.Plan(Shapes.Full(2, 5, "sad", "happy"));
        Assert.Equal((5, false), (plan.Seed, plan.IsSpeakerDisjoint));
        Assert.Equal(["happy", "sad"], plan.Labels);
        Assert.Equal(["S1", "S2"], plan.SharedSpeakers);
        Assert.Empty(plan.SharedPhrases);
    }

    [Fact]
    public void A_plan_that_breaks_its_promise_cannot_be_made()
    {
        var (a, b, c, d) = (Four.Utterances[0], Four.Utterances[20], Four.Utterances[40], Four.Utterances[60]);
        var (a2, copy) = (Four.Utterances[1], Four.Utterances[60] with { File = Four.Utterances[0].File });
        Assert.Contains("training part is empty", Broken([], [], [a]));
        Assert.Contains("test part is empty", Broken([a], [], []));
        Assert.Contains("'u0000' is in the plan twice", Broken([a], [], [a]));
        Assert.Contains("file 'here/u0000.wav' is in the plan twice", Broken([a], [], [copy]));
        Assert.Contains("test and training share S1", Broken([a], [], [a2]));
        Assert.Contains("test and training share S1", Broken([b], [a], [a2]));
        Assert.Contains("validation and training share S1", Broken([a, b, c], [a2], [d]));
        Assert.Contains("test and training share word 1", Broken([a], [], [b], new PhraseSplit()));
        Assert.Equal(1, new SplitPlan(new RandomSplit(), "", [a], [], [b]).Train.Count);
    }

    private static string Broken(Utterance[] train, Utterance[] validation, Utterance[] test, SplitRule? rule = null) =>
        Assert.Throws<SerLabException>(
            () => new SplitPlan(rule ?? new SpeakerSplit(), "", train, validation, test)).Message;
}
