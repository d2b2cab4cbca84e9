using SerLab.Corpora;

namespace SerLab.Splits;

/// <summary>Ids taken out for a part, and ids that can then be on neither side.</summary>
internal sealed record Chosen(HashSet<string> Ids, HashSet<string> Unused)
{
    public static Chosen None { get; } = Of([]);

    public static Chosen Of(HashSet<string> ids) => new(ids, new(StringComparer.Ordinal));

    /// <summary>The utterances of these speakers with these phrases; unused is what has one of the two.</summary>
    public static Chosen Of(IEnumerable<Utterance> utterances, ISet<string> speakers, ISet<string> phrases)
    {
        var chosen = Of(new(StringComparer.Ordinal));
        foreach (var u in utterances)
        {
            switch (speakers.Contains(u.Speaker), phrases.Contains(u.Phrase!))
            {
                case (true, true): chosen.Ids.Add(u.Id); break;
                case (true, false) or (false, true): chosen.Unused.Add(u.Id); break;
            }
        }

        return chosen;
    }
}
