using SerLab.Corpora;
using SerLab.Files;

namespace SerLab.Splits;

/// <summary>
/// Folds that somebody else made, from a file: a CSV table with the columns <c>file</c> or <c>id</c>, <c>fold</c>,
/// and <c>part</c> if it has one; or a folder of EmoBox's (<c>fold_1/*_train_*.jsonl</c>, <c>*_test_*.jsonl</c>).
/// </summary>
/// <remarks>
/// Without a part, each fold is the test part once and the others are training. With it (<c>train</c>,
/// <c>validation</c>, <c>test</c>, <c>unused</c>), a row puts a clip on one side of one fold; <c>fold</c> may then be
/// left out. Clips of the corpus that a fold does not name are unused in it. A fold without validation clips gets its
/// validation part from its training part, as other rules do. A SerLab <c>split.csv</c> is such a table.
/// </remarks>
public sealed record FileFolds : SplitRule
{
    /// <summary>The table, or EmoBox's folder of the corpus.</summary>
    public required string Path { get; init; }

    /// <summary>First 12 hexadecimal digits of the SHA-256 of its content, so that a changed file is noticed.</summary>
    public required string Sha { get; init; }

    /// <summary>What the file promises to keep apart, which is then proved; nothing by default.</summary>
    public SplitKey Promises { get; init; } = SplitKey.None;

    /// <inheritdoc/>
    public override string Name => "file";

    /// <inheritdoc/>
    public override SplitKey Keeps => Promises;

    internal override string WhyUnused => "are in no part of the file and are unused";

    private protected override IEnumerable<(string Key, string Value)> Arguments =>
    [
        ("path", RuleText.Escape(Path)), ("sha", Sha),
        .. Promises == SplitKey.None ? Array.Empty<(string, string)>() : [("keeps", Promises.Word())],
        ("validation", Number(Validation)), ("seed", $"{Seed}"),
    ];

    private protected override IEnumerable<TestFold> Tests(IReadOnlyList<Utterance> utterances)
    {
        if (FoldFile.Sha(Path) is var now && now != Sha)
        {
            throw new BadFileException(
                Path, $"it has changed since the rule was written: its sha is {now}, not {Sha}.",
                "Take the old file, or write the rule without sha=.");
        }

        var rows = FoldFile.Read(Path);
        var names = new ClipNames(utterances);
        return rows[0].Part is null ? WithoutParts(rows, names, utterances) : WithParts(rows, names, utterances);
    }

    private IEnumerable<TestFold> WithoutParts(
        IReadOnlyList<FoldRow> rows, ClipNames names, IReadOnlyList<Utterance> utterances)
    {
        var foldOf = Once(rows, names);
        var folds = foldOf.Values.Distinct(StringComparer.Ordinal).ToList();
        if (folds.Count < 2)
        {
            throw new BadFileException(
                Path, $"it names one fold only ('{folds[0]}').", "Name two folds or more, or add a column part.");
        }

        var unused = utterances.Select(u => u.Id).Where(id => !foldOf.ContainsKey(id)).ToList();
        return folds.Select(fold => new TestFold(
            fold, new Chosen([.. foldOf.Where(entry => entry.Value == fold).Select(entry => entry.Key)], [.. unused])));
    }

    private static IEnumerable<TestFold> WithParts(
        IReadOnlyList<FoldRow> rows, ClipNames names, IReadOnlyList<Utterance> utterances)
    {
        foreach (var fold in rows.GroupBy(row => row.Fold, StringComparer.Ordinal))
        {
            var parts = fold.ToLookup(row => row.Part, StringComparer.Ordinal);
            var partOf = Once([.. fold], names);
            if (!parts.Contains("test"))
            {
                throw new BadFileException(
                    fold.First().Path, $"fold '{fold.Key}' has no test clips.", "Give some the part test.");
            }

            yield return new TestFold(fold.Key, new Chosen(In("test"), [.. Unused()]))
            {
                Validation = parts.Contains("validation") ? In("validation") : null,
            };

            HashSet<string> In(string part) => [.. partOf.Where(clip => clip.Value == part).Select(clip => clip.Key)];

            IEnumerable<string> Unused() =>
                utterances.Select(u => u.Id).Where(id => partOf.GetValueOrDefault(id, "unused") == "unused");
        }
    }

    /// <summary>The part, or else the fold, of each clip.</summary>
    private static Dictionary<string, string> Once(IReadOnlyList<FoldRow> rows, ClipNames names)
    {
        var placeOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var (id, place) = (names.IdOf(row), row.Part ?? row.Fold);
            if (!placeOf.TryAdd(id, place))
            {
                throw new BadFileException(
                    row.Path, $"line {row.Line}: '{row.Clip}' is in {placeOf[id]} already, and now in {place}.",
                    "Keep one of the two lines.");
            }
        }

        return placeOf;
    }
}
