using SerLab.Corpora;
using SerLab.Files;

namespace SerLab.Splits;

/// <summary>
/// Folds for one question: what is it worth that training has heard the test speakers, or the test phrases? Whatever
/// <see cref="By"/> keeps apart, the same seed tests the same clips, and training has the same number of clips of every
/// emotion: as many as are left when speakers and phrases both are kept apart. What is over is unused.
/// </summary>
/// <remarks>
/// Speakers and phrases are dealt into groups; fold i tests the clips of a speaker group with the phrases of a phrase
/// group, so that every speaker and every phrase is tested. Where the corpus tells no phrases, or has one only,
/// speakers alone are dealt; where it has one speaker, phrases alone.
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
        return Enumerable.Range(0, dealt.Values.Max(groups => groups.Length))
            .Select(i => FoldOf(utterances, strictest, dealt.ToDictionary(d => d.Key, d => d.Value[i % d.Value.Length]), i + 1));
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

    private TestFold FoldOf(
        IReadOnlyList<Utterance> all, SplitKey strictest, Dictionary<SplitKey, HashSet<string>> cell, int stream)
    {
        var random = new SeededShuffle(Seed, stream);
        var test = all.Where(u => cell.All(group => Is(u, group.Key))).ToList();
        var rest = all.Except(test).ToList();
        var strict = Halves(Without(strictest), strictest, Validation);
        var own = By == strictest
            ? strict
            : Halves(Without(By), By, (double)strict.Validation.Count / Without(By).Count);
        var validation = Cut(own.Validation, strict.Validation, random);
        var train = Cut(own.Train, strict.Train, random);
        return new TestFold(
            $"{stream}",
            new Chosen(Ids(test), Ids(rest.Except(validation).Except(train))), Ids(validation));

        bool Is(Utterance u, SplitKey key) => cell[key].Contains(key.NameOf(u)!);

        List<Utterance> Without(SplitKey keys) => [.. rest.Where(u => !keys.Singles().Any(key => Is(u, key)))];

        (List<Utterance> Validation, List<Utterance> Train) Halves(List<Utterance> from, SplitKey keys, double share)
        {
            var drawn = ValidationChoice.Draw(from, keys, share, random);
            return (
                [.. from.Where(u => drawn.Ids.Contains(u.Id))],
                [.. from.Where(u => !drawn.Ids.Contains(u.Id) && !drawn.Unused.Contains(u.Id))]);
        }
    }

    /// <summary>As many of each emotion as the model has, drawn at random; all where there are fewer.</summary>
    private static List<Utterance> Cut(List<Utterance> from, List<Utterance> model, SeededShuffle random)
    {
        var wanted = model.CountBy(u => u.Emotion).ToDictionary();
        return
        [
            .. from.GroupBy(u => u.Emotion)
                .SelectMany(emotion => random.Shuffled(emotion).Take(wanted.GetValueOrDefault(emotion.Key))),
        ];
    }

    private static HashSet<string> Ids(IEnumerable<Utterance> utterances) =>
        utterances.Select(u => u.Id).ToHashSet(StringComparer.Ordinal);
}
