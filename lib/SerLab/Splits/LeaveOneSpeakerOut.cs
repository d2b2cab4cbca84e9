using SerLab.Corpora;
using SerLab.Files;

namespace SerLab.Splits;

/// <summary>LOSO: a fold a speaker, named after it, who is the whole test part.</summary>
public sealed record LeaveOneSpeakerOut : SplitRule
{
    /// <inheritdoc/>
    public override string Name => "loso";

    /// <inheritdoc/>
    public override SplitKey Keeps => SplitKey.Speaker;

    private protected override IEnumerable<(string Key, string Value)> Arguments =>
        [("validation", Number(Validation)), ("seed", $"{Seed}")];

    private protected override IEnumerable<TestFold> Tests(IReadOnlyList<Utterance> utterances)
    {
        var bySpeaker = utterances.ToLookup(u => u.Speaker, u => u.Id, StringComparer.Ordinal);
        return bySpeaker.Count > 1
            ? Keeps.NamesIn(utterances).Select(s => new TestFold(s, Chosen.Of([.. bySpeaker[s]])))
            : throw new BadOptionException(
                $"The corpus has one speaker only ('{utterances[0].Speaker}'), who cannot be left out.",
                "Add recordings of other speakers.");
    }
}
