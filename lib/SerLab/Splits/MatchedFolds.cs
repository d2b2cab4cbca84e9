using SerLab.Corpora;
using SerLab.Files;

namespace SerLab.Splits;

/// <summary>
/// Folds for one question: what is it worth that training has heard the test speakers, or the test phrases? Whatever
/// <see cref="By"/> keeps apart, the same seed tests the same clips, and training has the same number of clips of every
/// emotion: as many as are left when speakers and phrases both are kept apart. What is over is unused.
/// </summary>
/// <remarks>
/// Speakers and phrases are dealt into groups; fold i tests half of the clips of a speaker group with the phrases of a
/// phrase group, so that every speaker and every phrase is tested. What is not kept apart is in training as often as in
/// the corpus: the other half of those clips stands for the tested one. Where the corpus tells no phrases, or has one
/// only, speakers alone are dealt; where it has one speaker, phrases alone.
/// </remarks>
public sealed record MatchedFolds : SplitRule
{
    /// <summary>At most so many groups of speakers and of phrases, 2 and up; fewer where there are fewer.</summary>
    public int K { get; init; } = 5;

    /// <summary>What training must not have heard; the test speakers by default.</summary>
    public SplitKey By { get; init; } = SplitKey.Speaker;

    /// <inheritdoc/>
    public override string Name => "matched";

    /// <inheritdoc/>
    public override SplitKey Keeps => By;

    internal override string WhyUnused =>
        "are unused, so that training is no larger than it is without the test speakers and the test phrases";

    private protected override IEnumerable<(string Key, string Value)> Arguments =>
        [("k", $"{K}"), ("by", By.Word()), ("validation", Number(Validation)), ("seed", $"{Seed}")];

    /// <summary>What can be kept apart in a corpus, the loosest first; at random is always the first.</summary>
    /// <param name="corpus">Its speakers and phrases decide.</param>
    public static IReadOnlyList<SplitKey> Ways(Corpus corpus)
    {
        var strictest = Strictest(corpus.Utterances);
        return
        [
            SplitKey.None,
            .. strictest is SplitKey.Phrase or SplitKey.SpeakerAndPhrase ? [SplitKey.Phrase] : Array.Empty<SplitKey>(),
            .. strictest is SplitKey.Speaker or SplitKey.SpeakerAndPhrase ? [SplitKey.Speaker] : Array.Empty<SplitKey>(),
            .. strictest is SplitKey.SpeakerAndPhrase ? [strictest] : Array.Empty<SplitKey>(),
        ];
    }

    private protected override IEnumerable<string> Problems() =>
    [
        .. K >= 2 ? Array.Empty<string>() : [$"k={K} is below 2."],
        .. By != SplitKey.Corpus ? Array.Empty<string>() : ["by=corpus is not for matched folds."],
        .. base.Problems(),
    ];

    private protected override IEnumerable<TestFold> Tests(IReadOnlyList<Utterance> utterances)
    {
        var strictest = Strictest(utterances);
        if (!By.Singles().All(key => strictest.Singles().Contains(key)) || strictest == SplitKey.None)
        {
            throw new BadOptionException(
                "The corpus has one speaker or phrase only (or tells no phrases), so none can be kept apart.",
                "Add recordings, or compare what the corpus allows.");
        }

        var random = new SeededShuffle(Seed);
        var dealt = strictest.Singles().ToDictionary(key => key, key => GroupsOf(key, utterances, random));
        return Enumerable.Range(0, dealt.Values.Max(groups => groups.Length)).Select(fold =>
        {
            var groups = dealt.ToDictionary(key => key.Key, key => key.Value[fold % key.Value.Length]);
            return new MatchedCell(utterances, groups, new SeededShuffle(Seed, fold + 1))
                .Fold($"{fold + 1}", By, strictest, Validation);
        });
    }

    private static SplitKey Strictest(IReadOnlyList<Utterance> utterances)
    {
        var speakers = SplitKey.Speaker.NamesIn(utterances).Count > 1;
        var phrases = utterances.All(u => u.Phrase is not null) && SplitKey.Phrase.NamesIn(utterances).Count > 1;
        return (speakers, phrases) switch
        {
            (true, true) => SplitKey.SpeakerAndPhrase,
            (true, false) => SplitKey.Speaker,
            (false, true) => SplitKey.Phrase,
            _ => SplitKey.None,
        };
    }

    private HashSet<string>[] GroupsOf(SplitKey key, IReadOnlyList<Utterance> utterances, SeededShuffle random)
    {
        var names = random.Shuffled(key.NamesIn(utterances));
        var count = Math.Min(K, names.Length);
        return
        [
            .. Enumerable.Range(0, count).Select(group => names.Where((_, place) => place % count == group)
                .ToHashSet(StringComparer.Ordinal)),
        ];
    }
}
