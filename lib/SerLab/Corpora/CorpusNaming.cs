namespace SerLab.Corpora;

/// <summary>Names for corpora that are used together.</summary>
internal static class CorpusNaming
{
    /// <summary>
    /// Each corpus's own name where it is the only one of that name, else with its folder's name behind it, and a
    /// number where those are the same too.
    /// </summary>
    public static IReadOnlyList<string> Distinct(IReadOnlyList<Corpus> corpora)
    {
        var shared = corpora.CountBy(c => c.Name, StringComparer.Ordinal).Where(n => n.Value > 1)
            .Select(n => n.Key).ToHashSet(StringComparer.Ordinal);
        var names = new List<string>();
        foreach (var corpus in corpora)
        {
            var name = shared.Contains(corpus.Name) ? $"{corpus.Name}-{FolderOf(corpus)}" : corpus.Name;
            names.Add(names.Contains(name) ? Numbered(name, names) : name);
        }

        return names;
    }

    private static string FolderOf(Corpus corpus) =>
        Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(corpus.Root)));

    private static string Numbered(string name, List<string> taken) =>
        Enumerable.Range(2, taken.Count).Select(n => $"{name}-{n}").First(n => !taken.Contains(n));
}
