using SerLab.Files;

namespace SerLab.Corpora;

/// <summary>
/// Several corpora as one. Ids, speakers and phrases carry their corpus's name (<c>emo-db/wav/03a01Fa</c>,
/// <c>emo-db/03</c>), so that they stay distinct; only the emotions that all corpora have are kept.
/// </summary>
public static class CorpusUnion
{
    /// <summary>Reads one folder, or several together.</summary>
    /// <param name="folders">Corpus folders; one alone stays as it is but for the map.</param>
    /// <param name="map">Renames or drops emotions first; null for none.</param>
    /// <exception cref="BadFileException">As <see cref="CorpusReader.Read"/>.</exception>
    /// <exception cref="BadOptionException">As <see cref="Of"/>.</exception>
    public static Corpus Read(IReadOnlyList<string> folders, LabelMap? map = null)
    {
        var paths = folders.Select(folder => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))).ToList();
        return paths.Distinct(StringComparer.Ordinal).Count() == paths.Count
            ? Of([.. folders.Select(folder => CorpusReader.Read(folder))], map)
            : throw new BadOptionException("A corpus folder is named twice.", "Name each once.");
    }

    /// <summary>
    /// Puts corpora together: <c>ravdess+emo-db</c>. Two of the same name stay two, named after their folders:
    /// <c>tess-studio</c>, <c>tess-phone</c>; the same phrase of both has one name (<c>tess/back</c>).
    /// </summary>
    /// <param name="corpora">One, which stays as it is but for the map, or several.</param>
    /// <param name="map">Renames or drops emotions first; null for none.</param>
    /// <returns>
    /// Each utterance's Corpus is the name of its corpus in the union; what was dropped stands in LeftOut with the
    /// reason.
    /// </returns>
    /// <exception cref="BadOptionException">The map names an unknown emotion, or no emotion is left.</exception>
    public static Corpus Of(IReadOnlyList<Corpus> corpora, LabelMap? map = null)
    {
        map ??= LabelMap.None;
        map.Check(Emotions.InOrder(corpora.SelectMany(c => c.Labels)));
        Corpus[] mapped = [.. Named(corpora).Select(corpus => Mapped(corpus, map))];
        var common = mapped.Select(c => c.Labels.AsEnumerable()).Aggregate((a, b) => a.Intersect(b)).ToHashSet();
        Corpus[] kept = [.. mapped.Select(corpus => Common(corpus, common, mapped))];
        return kept.Any(corpus => corpus.Utterances.Count == 0 && corpora.Any(c => c.Utterances.Count > 0))
            ? throw new BadOptionException(
                $"No emotion is left that all have: {string.Join("; ", mapped.Select(Labels))}.",
                "Rename some with a label map.")
            : new Corpus(
                string.Join('+', kept.Select(corpus => corpus.Name)), string.Join(" + ", kept.Select(c => c.Root)),
                [.. kept.SelectMany(c => c.Utterances).OrderBy(u => u.Id, StringComparer.Ordinal)],
                [.. kept.SelectMany(c => c.LeftOut)]);
    }

    private static IEnumerable<Corpus> Named(IReadOnlyList<Corpus> corpora) => corpora is [var only]
        ? [only]
        : CorpusNaming.Distinct(corpora).Zip(corpora, Prefixed);

    private static Corpus Prefixed(string name, Corpus corpus) => corpus with
    {
        Name = name,
        Utterances = [.. corpus.Utterances.Select(u => u with
        {
            Id = $"{name}/{u.Id}",
            Corpus = name,
            Speaker = $"{name}/{u.Speaker}",
            Phrase = u.Phrase is null ? null : $"{corpus.Name}/{u.Phrase}",
        })],
    };

    private static Corpus Mapped(Corpus corpus, LabelMap map) => Kept(
        corpus with
        {
            Utterances = [.. corpus.Utterances.Select(u => u with { Emotion = map.Of(u.Emotion) ?? "" })],
        },
        u => u.Emotion != "", _ => "The label map drops its emotion.");

    private static Corpus Common(Corpus corpus, HashSet<string> common, Corpus[] all)
    {
        var without = corpus.Labels.ToDictionary(
            label => label, label => string.Join(", ", all.Where(c => !c.Labels.Contains(label)).Select(c => c.Name)));
        return Kept(corpus, u => common.Contains(u.Emotion), u => $"No '{u.Emotion}' in {without[u.Emotion]}.");
    }

    private static Corpus Kept(Corpus corpus, Func<Utterance, bool> isKept, Func<Utterance, string> reason) =>
        corpus with
        {
            Utterances = [.. corpus.Utterances.Where(isKept)],
            LeftOut =
            [
                .. corpus.LeftOut,
                .. corpus.Utterances.Where(u => !isKept(u)).Select(u => new LeftOut(u.File, reason(u))),
            ],
        };

    private static string Labels(Corpus corpus) => $"{corpus.Name} has {string.Join(", ", corpus.Labels)}";
}
