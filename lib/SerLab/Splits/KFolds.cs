using SerLab.Corpora;
using SerLab.Files;

namespace SerLab.Splits;

/// <summary>
/// k folds <c>1</c>…<c>k</c> of nearly equal size; each is the test part once. Speakers (phrases) stay whole, the
/// largest dealt first to the smallest fold; by <see cref="SplitKey.None"/> utterances are dealt by emotion.
/// </summary>
public sealed record KFolds : SplitRule
{
    /// <summary>How many folds, 2 and up, at most as many as there are speakers (phrases, utterances).</summary>
    public int K { get; init; } = 5;

    /// <summary>What stays whole; speakers by default.</summary>
    public SplitKey By { get; init; } = SplitKey.Speaker;

    /// <inheritdoc/>
    public override string Name => "folds";

    /// <inheritdoc/>
    public override SplitKey Keeps => By;

    private protected override IEnumerable<(string Key, string Value)> Arguments =>
        [("k", $"{K}"), ("by", By.Word()), ("validation", Number(Validation)), ("seed", $"{Seed}")];

    private protected override IEnumerable<string> Problems() =>
        K >= 2 ? base.Problems() : base.Problems().Prepend($"k={K} is below 2.");

    private protected override IEnumerable<TestFold> Tests(IReadOnlyList<Utterance> utterances)
    {
        var names = By.NamesIn(utterances);
        if (names.Count < K)
        {
            var what = By == SplitKey.None ? "utterances" : $"{By.Word()}s";
            throw new BadOptionException($"{K} folds, but only {names.Count} {what}.", "Ask for fewer folds.");
        }

        var random = new SeededShuffle(Seed);
        var folds = By == SplitKey.None
            ? StratifiedChoice.Deal(utterances, K, random)
            : DealGroups(utterances, random.Shuffled(names));
        return folds.Select((ids, index) => new TestFold($"{index + 1}", ids));
    }

    private HashSet<string>[] DealGroups(IReadOnlyList<Utterance> utterances, string[] names)
    {
        var ids = utterances.ToLookup(u => By.NameOf(u), u => u.Id, StringComparer.Ordinal);
        HashSet<string>[] folds =
            [.. Enumerable.Range(0, K).Select(_ => new HashSet<string>(StringComparer.Ordinal))];
        foreach (var name in names.OrderByDescending(n => ids[n].Count()))
        {
            folds.MinBy(f => f.Count)!.UnionWith(ids[name]);
        }

        return folds;
    }
}
