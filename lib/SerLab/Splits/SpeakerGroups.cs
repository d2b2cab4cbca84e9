using SerLab.Corpora;
using SerLab.Files;

namespace SerLab.Splits;

/// <summary>Folds given by name: each group of speakers is the test part once (folds <c>1</c>, <c>2</c>, …).</summary>
public sealed record SpeakerGroups : SplitRule
{
    /// <summary>Every speaker of the corpus in exactly one group; two groups and more.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Groups { get; init; }

    /// <inheritdoc/>
    public override string Name => "groups";

    /// <inheritdoc/>
    public override SplitKey Keeps => SplitKey.Speaker;

    private protected override IEnumerable<(string Key, string Value)> Arguments =>
    [
        ("test", string.Join('|', Groups.Select(RuleText.Join))),
        ("validation", Number(Validation)),
        ("seed", $"{Seed}"),
    ];

    /// <summary>Names and groups count in their order.</summary>
    public bool Equals(SpeakerGroups? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(ToString(), StringComparison.Ordinal);

    private protected override IEnumerable<string> Problems()
    {
        var twice = Groups.SelectMany(g => g).CountBy(s => s).Where(s => s.Value > 1).Select(s => s.Key).ToList();
        return
        [
            .. base.Problems(),
            .. Groups.Count >= 2 && Groups.All(g => g.Count > 0)
                ? Array.Empty<string>() : ["test= needs two groups or more, none of them empty."],
            .. twice.Count == 0 ? Array.Empty<string>() : [$"{string.Join(", ", twice)}: in more than one group."],
        ];
    }

    private protected override IEnumerable<TestFold> Tests(IReadOnlyList<Utterance> utterances)
    {
        var known = Keeps.NamesIn(utterances);
        var named = Groups.SelectMany(g => g).ToHashSet(StringComparer.Ordinal);
        Keeps.RefuseUnknown(named, known);
        if (known.Except(named, StringComparer.Ordinal).ToList() is { Count: > 0 } missing)
        {
            throw new BadOptionException($"In no group: {string.Join(", ", missing)}.", "Name every speaker once.");
        }

        var bySpeaker = utterances.ToLookup(u => u.Speaker, u => u.Id, StringComparer.Ordinal);
        return Groups.Select((group, index) => new TestFold(
            $"{index + 1}", Chosen.Of([.. group.SelectMany(s => bySpeaker[s])])));
    }
}
