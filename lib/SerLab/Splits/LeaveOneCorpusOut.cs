using SerLab.Corpora;

namespace SerLab.Splits;

/// <summary>A fold a corpus, named after it, which is the whole test part; of several corpora read together.</summary>
public sealed record LeaveOneCorpusOut : SplitRule
{
    /// <inheritdoc/>
    public override string Name => "loco";

    /// <inheritdoc/>
    public override SplitKey Keeps => SplitKey.Corpus;

    private protected override IEnumerable<(string Key, string Value)> Arguments =>
        [("validation", Number(Validation)), ("seed", $"{Seed}")];

    private protected override IEnumerable<TestFold> Tests(IReadOnlyList<Utterance> utterances)
    {
        var byCorpus = utterances.ToLookup(u => u.Corpus, u => u.Id, StringComparer.Ordinal);
        return Keeps.RefuseOnlyOne(utterances).Select(c => new TestFold(c, Chosen.Of([.. byCorpus[c]])));
    }
}
