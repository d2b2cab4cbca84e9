using SerLab.Corpora;
using SerLab.Files;

namespace SerLab.Splits;

/// <summary>
/// k folds <c>1</c>…<c>k</c> of nearly equal size; each is the test part once. Speakers (phrases) stay whole, the
/// largest dealt first to the smallest fold; by <see cref="SplitKey.None"/> utterances are dealt by emotion. By
/// <see cref="SplitKey.SpeakerAndPhrase"/> each speaker is tested in one fold, on the phrases that lose least, those
/// tested least so far first: every speaker is tested, but not with every phrase.
/// </summary>
public sealed record KFolds : SplitRule
{
    /// <summary>How many folds, 2 and up, at most as many as there are of what stays whole.</summary>
    public int K { get; init; } = 5;

    /// <summary>What stays whole; speakers by default.</summary>
    public SplitKey By { get; init; } = SplitKey.Speaker;

    /// <summary>
    /// The folds' shares of each emotion are as even as whole speakers (phrases, corpora) allow, as scikit-learn's
    /// StratifiedGroupKFold deals them; without it, the default, only the folds' sizes are. By
    /// <see cref="SplitKey.None"/> the shares are even in any case.
    /// </summary>
    public bool Stratified { get; init; }

    /// <inheritdoc/>
    public override string Name => "folds";

    /// <inheritdoc/>
    public override SplitKey Keeps => By;

    private protected override IEnumerable<(string Key, string Value)> Arguments =>
    [
        ("k", $"{K}"), ("by", By.Word()),
        .. Stratified ? [("stratified", "true")] : Array.Empty<(string, string)>(),
        ("validation", Number(Validation)), ("seed", $"{Seed}"),
    ];

    private protected override IEnumerable<string> Problems() =>
        K >= 2 ? base.Problems() : base.Problems().Prepend($"k={K} is below 2.");

    private protected override IEnumerable<TestFold> Tests(IReadOnlyList<Utterance> utterances)
    {
        var random = new SeededShuffle(Seed);
        var folds = By switch
        {
            SplitKey.None => StratifiedChoice.Deal(Enough(utterances, "utterances"), K, random).Select(Chosen.Of),
            SplitKey.SpeakerAndPhrase => DealBoth(utterances, random),
            _ => DealGroups(By, utterances, random).Select(names => IdsOf(By, utterances, names)),
        };
        return folds.Select((test, index) => new TestFold($"{index + 1}", test));
    }

    private IReadOnlyList<T> Enough<T>(IReadOnlyList<T> items, string what) => items.Count >= K
        ? items
        : throw new BadOptionException($"{K} folds, but only {items.Count} {what}.", "Ask for fewer folds.");

    private HashSet<string>[] DealGroups(SplitKey key, IReadOnlyList<Utterance> utterances, SeededShuffle random)
    {
        var names = random.Shuffled(Enough([.. key.NamesIn(utterances)], key.Words()));
        return Stratified
            ? GroupDeal.ByEmotion(key, utterances, names, K)
            : GroupDeal.BySize(key, utterances, names, K);
    }

    private IEnumerable<Chosen> DealBoth(IReadOnlyList<Utterance> utterances, SeededShuffle random)
    {
        SplitKey.Phrase.RefuseOnlyOne(utterances);
        var groups = DealGroups(SplitKey.Speaker, utterances, random);
        string[] speakers = [.. SplitKey.Speaker.NamesIn(utterances)];
        var phrases = random.Shuffled(SplitKey.Phrase.NamesIn(utterances));
        foreach (var (index, group) in groups.Index())
        {
            var choice = new BothChoice(utterances, 1.0 / K, speakers, phrases);
            var test = choice.DrawPhrases(group);
            if (test.Ids.Count == 0)
            {
                var names = string.Join(", ", group.Order(StringComparer.Ordinal));
                throw new BadOptionException(
                    $"Fold {index + 1}: no choice of phrases for {names} leaves every emotion in training and " +
                    "something to test.",
                    "Ask for other folds, or keep speakers alone apart: by=speaker.");
            }

            var tested = utterances.Where(u => test.Ids.Contains(u.Id)).Select(u => u.Phrase!).ToHashSet();
            phrases = [.. phrases.OrderBy(tested.Contains)];
            yield return test;
        }
    }

    private static Chosen IdsOf(SplitKey key, IEnumerable<Utterance> utterances, HashSet<string> names) =>
        Chosen.Of([.. utterances.Where(u => names.Contains(key.NameOf(u)!)).Select(u => u.Id)]);
}
