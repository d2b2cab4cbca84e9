namespace SerLab.Corpora;

/// <summary>Reads a folder whose file names carry the labels.</summary>
internal static class NamedCorpus
{
    /// <summary>
    /// Every recording becomes an utterance or is left out with the reason: it is no file, its name is not one of this
    /// corpus, or the same recording came before from another folder or in another format (copies would leak across a
    /// split).
    /// </summary>
    public static Corpus Read(string folder, ICorpusNames names, string corpus)
    {
        var sexes = names.SexOfSpeakers(folder);
        var first = new Dictionary<object, string>();
        var utterances = new List<Utterance>();
        var leftOut = new List<LeftOut>();
        foreach (var path in CorpusFiles.List(folder))
        {
            var file = Path.Combine(folder, path);
            if (CorpusFiles.Problem(file) is { } problem)
            {
                leftOut.Add(new LeftOut(file, problem));
            }
            else if (names.Parse(CorpusFiles.Id(path), file) is not { } utterance)
            {
                leftOut.Add(new LeftOut(file, $"The name is not one of {names.Corpus}, such as {names.Example}."));
            }
            else if (!first.TryAdd(What(utterance), path))
            {
                leftOut.Add(new LeftOut(file, $"A second copy of {first[What(utterance)]}."));
            }
            else
            {
                utterances.Add(utterance with
                {
                    Corpus = corpus,
                    Sex = sexes.TryGetValue(utterance.Speaker, out var sex) ? sex : utterance.Sex,
                });
            }
        }

        return new Corpus(corpus, folder, [.. utterances.OrderBy(u => u.Id, StringComparer.Ordinal)], leftOut);
    }

    private static object What(Utterance u) => (u.Speaker, u.Word, u.Phrase, u.Intensity, u.Take, u.Channel);
}
