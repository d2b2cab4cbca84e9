using SerLab.Corpora;
using SerLab.Files;

namespace SerLab.Splits;

/// <summary>What a rule keeps on one side of the split.</summary>
public enum SplitKey
{
    /// <summary>Nothing: every utterance is drawn on its own, so speakers and phrases are on both sides.</summary>
    None,

    /// <summary>All utterances of a speaker.</summary>
    Speaker,

    /// <summary>All utterances of a phrase.</summary>
    Phrase,
}

internal static class SplitKeys
{
    public static string Word(this SplitKey key) =>
        key switch { SplitKey.Speaker => "speaker", SplitKey.Phrase => "phrase", _ => "random" };

    public static string? NameOf(this SplitKey key, Utterance utterance) =>
        key switch { SplitKey.Speaker => utterance.Speaker, SplitKey.Phrase => utterance.Phrase, _ => utterance.Id };

    public static SortedSet<string> NamesIn(this SplitKey key, IEnumerable<Utterance> utterances) =>
        new(utterances.Select(u => key.NameOf(u)).OfType<string>(), StringComparer.Ordinal);

    /// <summary>Throws when a name is not among the known ones; says the nearest.</summary>
    public static void RefuseUnknown(this SplitKey key, IEnumerable<string> names, SortedSet<string> known)
    {
        var unknown = names.Where(n => !known.Contains(n)).Distinct(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            var some = unknown.Select(n =>
                NearestWord.Of(n, known) is { } near ? $"'{n}' (nearest: '{near}')" : $"'{n}'");
            throw new BadOptionException(
                $"The corpus has no {key.Word()} {string.Join(", ", some)}.",
                $"It has {string.Join(", ", known.Take(12))}{(known.Count > 12 ? ", …" : "")}.");
        }
    }
}
