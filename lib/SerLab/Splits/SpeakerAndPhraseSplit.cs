using SerLab.Corpora;
using SerLab.Files;

namespace SerLab.Splits;

/// <summary>
/// No test speaker and no test phrase is in training: the test clips are the test speakers' with the test phrases.
/// What is of a test speaker or of a test phrase only is used nowhere. Needs a corpus that tells phrases.
/// </summary>
/// <remarks>
/// Speakers and phrases are chosen so that few clips are lost. Where every one of n speakers says every phrase, a test
/// share t costs at least 2x(1 − x) of them, x/(1 − x) = √(t/(1 − t)): 44 % for t = 0.2.
/// </remarks>
public sealed record SpeakerAndPhraseSplit : SplitRule
{
    /// <summary>
    /// Share of the test part in what is used (not in all utterances, as other rules have it), 0..1, both left out;
    /// unused where both speakers and phrases are given.
    /// </summary>
    public double Test { get; init; } = 0.2;

    /// <summary>The test speakers; none, the default, for a choice.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    /// <summary>The test phrases; none, the default, for a choice.</summary>
    public IReadOnlyList<string> Phrases { get; init; } = [];

    /// <inheritdoc/>
    public override string Name => Keeps.Word();

    /// <inheritdoc/>
    public override SplitKey Keeps => SplitKey.SpeakerAndPhrase;

    private protected override IEnumerable<(string Key, string Value)> Arguments =>
        new (string Key, string Value, bool IsGiven)[]
        {
            ("test", Number(Test), Speakers.Count == 0 || Phrases.Count == 0),
            ("speakers", RuleText.Join(Speakers), Speakers.Count > 0),
            ("phrases", RuleText.Join(Phrases), Phrases.Count > 0),
            ("validation", Number(Validation), true),
            ("seed", $"{Seed}", true),
        }
        .Where(argument => argument.IsGiven).Select(argument => (argument.Key, argument.Value));

    /// <summary>Equal where the text is equal: names count in their order, an unused share does not count.</summary>
    public bool Equals(SpeakerAndPhraseSplit? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(ToString(), StringComparison.Ordinal);

    private protected override IEnumerable<string> Problems() => Test is > 0 and < 1
        ? base.Problems()
        : base.Problems().Prepend($"test={Number(Test)} is not between 0 and 1.");

    private protected override IEnumerable<TestFold> Tests(IReadOnlyList<Utterance> utterances)
    {
        RefuseTooFew(SplitKey.Speaker, Speakers, utterances);
        RefuseTooFew(SplitKey.Phrase, Phrases, utterances);
        var chosen = Draw(utterances);
        return chosen.Ids.Count > 0 ? [new TestFold("", chosen)] : throw Impossible(utterances);
    }

    private Chosen Draw(IReadOnlyList<Utterance> utterances)
    {
        var random = new SeededShuffle(Seed);
        var choice = new BothChoice(
            utterances, Test,
            random.Shuffled(SplitKey.Speaker.NamesIn(utterances)),
            random.Shuffled(SplitKey.Phrase.NamesIn(utterances)));
        var speakers = Speakers.ToHashSet(StringComparer.Ordinal);
        var phrases = Phrases.ToHashSet(StringComparer.Ordinal);
        return (speakers.Count > 0, phrases.Count > 0) switch
        {
            (true, true) => Chosen.Of(utterances, speakers, phrases),
            (true, false) => Chosen.Of(utterances, speakers, NamesIn(SplitKey.Phrase, choice.DrawPhrases(speakers))),
            (false, true) => Chosen.Of(utterances, NamesIn(SplitKey.Speaker, choice.DrawSpeakers(phrases)), phrases),
            _ => choice.Draw(),
        };

        SortedSet<string> NamesIn(SplitKey key, Chosen chosen) =>
            key.NamesIn(utterances.Where(u => chosen.Ids.Contains(u.Id)));
    }

    private BadOptionException Impossible(IReadOnlyList<Utterance> utterances) => new(
        Speakers.Count > 0 && Phrases.Count > 0
            ? "None of the test speakers says one of the test phrases."
            : $"No choice of {(Speakers.Count > 0 ? "phrases" : Phrases.Count > 0 ? "speakers" : "both")} among " +
                $"{SplitKey.Speaker.Counted(SplitKey.Speaker.NamesIn(utterances).Count)} and " +
                $"{SplitKey.Phrase.Counted(SplitKey.Phrase.NamesIn(utterances).Count)} leaves every emotion in " +
                "training and something to test.",
        "Name others, leave out rare emotions, or keep speakers alone apart: speaker.");

    private static void RefuseTooFew(SplitKey key, IReadOnlyList<string> names, IReadOnlyList<Utterance> utterances)
    {
        var known = key.RefuseOnlyOne(utterances);
        key.RefuseUnknown(names, known);
        if (names.Distinct(StringComparer.Ordinal).Count() == known.Count)
        {
            throw new BadOptionException($"No {key.Word()} is left for training.", "Name fewer.");
        }
    }
}
