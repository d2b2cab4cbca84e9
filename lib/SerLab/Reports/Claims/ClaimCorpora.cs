using SerLab.Corpora;
using SerLab.Files;

namespace SerLab.Reports.Claims;

/// <summary>The corpora that lie in folders, by name.</summary>
public sealed class ClaimCorpora
{
    private ClaimCorpora(IReadOnlyList<FoundCorpus> found) => Found = found;

    /// <summary>What was found, in the order of the folders.</summary>
    public IReadOnlyList<FoundCorpus> Found { get; }

    /// <summary>Looks for corpora.</summary>
    /// <param name="folders">Corpus folders, or folders of such; one that is missing holds none.</param>
    public static ClaimCorpora In(IReadOnlyList<string> folders) =>
        new([.. folders.Where(Directory.Exists).SelectMany(CorpusReader.Find)]);

    /// <summary>There is a corpus of that name.</summary>
    public bool Has(string corpus) => Found.Any(one => one.Name == corpus);

    /// <summary>
    /// Reads a corpus. Several folders of one name are one corpus, with the same speakers (RAVDESS ships speech and
    /// song apart); what a later folder repeats is left out.
    /// </summary>
    /// <exception cref="BadFileException">There is none of that name, or it cannot be read.</exception>
    public Corpus Read(string corpus)
    {
        Corpus[] parts = [.. Found.Where(one => one.Name == corpus).Select(one => CorpusReader.Read(one.Folder))];
        return parts switch
        {
            [] => throw new BadFileException(corpus, "no folder holds this corpus.", "Name its folder with --data."),
            [var only] => only,
            _ => Together(corpus, parts),
        };
    }

    private static Corpus Together(string name, Corpus[] parts)
    {
        var first = new HashSet<object>();
        var (utterances, leftOut) = (new List<Utterance>(), parts.SelectMany(part => part.LeftOut).ToList());
        foreach (var (index, part) in parts.Index())
        {
            foreach (var u in part.Utterances)
            {
                if (first.Add((u.Speaker, u.Word, u.Phrase, u.Intensity, u.Take, u.Channel)))
                {
                    utterances.Add(u with { Id = $"{index + 1}/{u.Id}" });
                }
                else
                {
                    leftOut.Add(new LeftOut(u.File, $"A second copy of a recording of {name}."));
                }
            }
        }
        return new Corpus(
            name, string.Join(" + ", parts.Select(part => part.Root)),
            [.. utterances.OrderBy(u => u.Id, StringComparer.Ordinal)], leftOut);
    }
}
