using SerLab.Corpora;
using SerLab.Files;

namespace SerLab.Splits;

/// <summary>What each key means for an utterance, and its words.</summary>
internal static class SplitKeys
{
    public static string Word(this SplitKey key) => key switch
    {
        SplitKey.Speaker => "speaker",
        SplitKey.Phrase => "phrase",
        SplitKey.SpeakerAndPhrase => "speaker+phrase",
        SplitKey.Corpus => "corpus",
        _ => "random",
    };

    /// <summary>The word for so many of them: <c>1 speaker</c>, <c>2 corpora</c>.</summary>
    public static string Counted(this SplitKey key, int count, string which = "") =>
        $"{count} {which}{(count == 1 ? key.Word() : key.Words())}";

    public static string Words(this SplitKey key) => key == SplitKey.Corpus ? "corpora" : $"{key.Word()}s";

    /// <summary>The keys that are kept apart one by one: two for <see cref="SplitKey.SpeakerAndPhrase"/>.</summary>
    public static IReadOnlyList<SplitKey> Singles(this SplitKey key) => key switch
    {
        SplitKey.None => [],
        SplitKey.SpeakerAndPhrase => [SplitKey.Speaker, SplitKey.Phrase],
        _ => [key],
    };

    /// <summary>The name of the utterance's group, for one of the <see cref="Singles"/>.</summary>
    public static string? NameOf(this SplitKey key, Utterance utterance) => key switch
    {
        SplitKey.Speaker => utterance.Speaker,
        SplitKey.Phrase => utterance.Phrase,
        _ => utterance.Corpus,
    };

    public static SortedSet<string> NamesIn(this SplitKey key, IEnumerable<Utterance> utterances)
    {
        var names = utterances.Select(u => key.NameOf(u)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new SortedSet<string>(names, StringComparer.Ordinal);
    }

    /// <summary>Throws when a name is not among the known ones; says the nearest.</summary>
    public static void RefuseUnknown(this SplitKey key, IEnumerable<string> names, SortedSet<string> known)
    {
        var unknown = names.Where(n => !known.Contains(n)).Distinct(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            var some = unknown.Select(n =>
                NearestWord.Of(n, known) is { } near ? $"'{n}' (nearest: '{near}')" : $"'{n}'");
            throw new BadOptionException(
                $"The {key.Source()} has no {key.Word()} {string.Join(", ", some)}.",
                $"It has {string.Join(", ", known.Take(12))}{(known.Count > 12 ? ", …" : "")}.");
        }
    }

    /// <summary>The names, where there are two and more of them.</summary>
    /// <exception cref="BadOptionException">There is one only.</exception>
    public static SortedSet<string> RefuseOnlyOne(this SplitKey key, IEnumerable<Utterance> utterances)
    {
        var known = key.NamesIn(utterances);
        return known.Count > 1 ? known : throw new BadOptionException(
            $"The {key.Source()} has one {key.Word()} only ('{known.Min}'), so no unseen one can be tested.",
            key == SplitKey.Corpus
                ? "Name a second corpus folder."
                : $"Add recordings, or ask for a random split, which says nothing of a new {key.Word()}.");
    }

    /// <summary>What holds groups of this key.</summary>
    public static string Source(this SplitKey key) => key == SplitKey.Corpus ? "data" : "corpus";
}
