using SerLab.Corpora;
using SerLab.Files;

namespace SerLab.Splits;

/// <summary>Whole speakers, phrases or corpora are test: the named ones, or those nearest to a share.</summary>
public abstract record GroupSplit : SplitRule
{
    /// <summary>Share of the test part in all utterances, 0..1, both left out; unused where names are given.</summary>
    public double Test { get; init; } = 0.2;

    /// <summary>The test speakers (phrases, corpora); none, the default, for a choice by share and seed.</summary>
    public IReadOnlyList<string> TestNames { get; init; } = [];

    /// <summary>The validation speakers (phrases, corpora); likewise.</summary>
    public IReadOnlyList<string> ValidationNames { get; init; } = [];

    /// <inheritdoc/>
    public override string Name => Keeps.Word();

    private protected override IEnumerable<(string Key, string Value)> Arguments =>
    [
        ("test", TestNames.Count > 0 ? RuleText.Join(TestNames) : Number(Test)),
        ("validation", ValidationNames.Count > 0 ? RuleText.Join(ValidationNames) : Number(Validation)),
        ("seed", $"{Seed}"),
    ];

    /// <summary>Equal where the text is equal: names count in their order, an unused share does not count.</summary>
    public virtual bool Equals(GroupSplit? other) =>
        other is not null && EqualityContract == other.EqualityContract && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(ToString(), StringComparison.Ordinal);

    private protected override IEnumerable<string> Problems()
    {
        var both = TestNames.Intersect(ValidationNames, StringComparer.Ordinal).ToList();
        return
        [
            .. Test is > 0 and < 1 ? Array.Empty<string>() : [$"test={Number(Test)} is not between 0 and 1."],
            .. base.Problems(),
            .. both.Count == 0 ? Array.Empty<string>() : [$"{string.Join(", ", both)}: both test and validation."],
        ];
    }

    private protected override IEnumerable<TestFold> Tests(IReadOnlyList<Utterance> utterances)
    {
        var known = Keeps.NamesIn(utterances);
        Keeps.RefuseUnknown([.. TestNames, .. ValidationNames], known);
        var names = TestNames.Count > 0 ? TestNames.ToHashSet(StringComparer.Ordinal) : DrawTest(utterances);
        if (names.Count + ValidationNames.Distinct(StringComparer.Ordinal).Count() >= known.Count)
        {
            throw new BadOptionException($"No {Keeps.Word()} is left for training.", "Name fewer.");
        }

        return [new TestFold("", Chosen.Of(IdsOf(utterances, names)))];
    }

    private protected override Chosen ValidationOf(IReadOnlyList<Utterance> rest, SeededShuffle random) =>
        ValidationNames.Count > 0 ? Chosen.Of(IdsOf(rest, [.. ValidationNames])) : base.ValidationOf(rest, random);

    private HashSet<string> DrawTest(IReadOnlyList<Utterance> utterances)
    {
        Keeps.RefuseOnlyOne(utterances);
        var pool = utterances.Where(u => !ValidationNames.Contains(Keeps.NameOf(u)!)).ToList();
        var names = GroupChoice.Draw(pool, Keeps, Test * utterances.Count, new SeededShuffle(Seed));
        return names.Count > 0
            ? names
            : throw new BadOptionException(
                $"Every {Keeps.Word()} is the only one with some emotion, so none can be tested.",
                "Leave out those emotions, or add recordings.");
    }

    private HashSet<string> IdsOf(IEnumerable<Utterance> utterances, HashSet<string> names) =>
        utterances.Where(u => names.Contains(Keeps.NameOf(u)!)).Select(u => u.Id).ToHashSet(StringComparer.Ordinal);
}
