using SerLab.Corpora;

namespace SerLab.Splits;

/// <summary>
/// A corpus divided into training, validation and test, with the rule that divided it. A plan that exists is proven:
/// no utterance and no file is in it twice, and what its rule keeps apart is apart.
/// </summary>
public sealed class SplitPlan
{
    /// <summary>Verifies and makes a plan; <see cref="SplitRule.Folds"/> is the usual way to one.</summary>
    /// <param name="rule">The rule whose promise has to hold.</param>
    /// <param name="fold">Name of the fold; empty where the rule gives one plan.</param>
    /// <param name="train">At least one utterance, in any order.</param>
    /// <param name="validation">May be none.</param>
    /// <param name="test">At least one utterance.</param>
    /// <param name="unused">What the rule can put on no side; usually none.</param>
    /// <exception cref="Files.SerLabException">It does not hold; the message names what is on both sides.</exception>
    public SplitPlan(
        SplitRule rule, string fold,
        IEnumerable<Utterance> train, IEnumerable<Utterance> validation, IEnumerable<Utterance> test,
        IEnumerable<Utterance>? unused = null)
    {
        (Rule, Fold) = (rule, fold);
        (Train, Validation, Test) = (new TrainPart(train), new ValidationPart(validation), new TestPart(test));
        Unused = [.. (unused ?? []).OrderBy(u => u.Id, StringComparer.Ordinal)];
        SharedSpeakers = Shared(SplitKey.Speaker);
        SharedPhrases = Shared(SplitKey.Phrase);
        Labels = Emotions.InOrder(Utterances.Select(u => u.Emotion));
        PlanProof.Verify(this);
    }

    /// <summary>The rule that made it.</summary>
    public SplitRule Rule { get; }

    /// <summary>The rule's seed.</summary>
    public long Seed => Rule.Seed;

    /// <summary>Name of the fold; empty where the rule gives one plan.</summary>
    public string Fold { get; }

    /// <summary>What may be fitted on.</summary>
    public TrainPart Train { get; }

    /// <summary>What chooses the epoch; may be empty.</summary>
    public ValidationPart Validation { get; }

    /// <summary>What gives the score.</summary>
    public TestPart Test { get; }

    /// <summary>
    /// What is in no part, in ordinal order of the ids: a rule that keeps speakers and phrases apart can use a clip of
    /// a test speaker with a training phrase nowhere. Empty under other rules.
    /// </summary>
    public IReadOnlyList<Utterance> Unused { get; }

    /// <summary>All emotions of the plan, in the common order: the order of a model's outputs.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Test speakers who are also in training or validation, in ordinal order.</summary>
    public IReadOnlyList<string> SharedSpeakers { get; }

    /// <summary>Test phrases that are also in training or validation, in ordinal order.</summary>
    public IReadOnlyList<string> SharedPhrases { get; }

    /// <summary>No test speaker is in training or validation, whatever the rule promised.</summary>
    public bool IsSpeakerDisjoint => SharedSpeakers.Count == 0;

    /// <summary>
    /// One sentence for every figure and report: which test speakers and phrases training has seen ("training" here
    /// counts the validation part too), and how validation was drawn where the rule could not draw it.
    /// </summary>
    public string Describe() => PlanText.Describe(this);

    internal IEnumerable<Utterance> Utterances =>
        [.. Train.Utterances, .. Validation.Utterances, .. Test.Utterances];

    /// <summary>Test speakers (phrases, corpora) that are also in training or validation, in ordinal order.</summary>
    internal IReadOnlyList<string> Shared(SplitKey key) =>
    [
        .. key.NamesIn(Test.Utterances).Intersect(
            key.NamesIn(Train.Utterances.Concat(Validation.Utterances)), StringComparer.Ordinal),
    ];
}
