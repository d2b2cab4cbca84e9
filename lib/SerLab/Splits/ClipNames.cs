using SerLab.Corpora;
using SerLab.Files;

namespace SerLab.Splits;

/// <summary>
/// Finds the utterance that somebody else's table means: by its id, by its file, by its id with an audio ending, or
/// by the file's name alone where only one utterance has that name.
/// </summary>
internal sealed class ClipNames(IReadOnlyList<Utterance> utterances)
{
    private static readonly string[] Endings = [".wav", ".flac", ".ogg", ".mp3"];

    private readonly Dictionary<string, string> _exact = Exact(utterances);
    private readonly ILookup<string, string> _byStem =
        utterances.ToLookup(u => Stem(u.Id), u => u.Id, StringComparer.Ordinal);

    /// <exception cref="BadFileException">No utterance is meant, or several are.</exception>
    public string IdOf(FoldRow row)
    {
        var name = WithoutEnding(row.Clip.Replace('\\', '/'));
        if (_exact.TryGetValue(name, out var exact))
        {
            return exact;
        }

        return _byStem[Stem(name)].ToList() switch
        {
            [var only] => only,
            [] => throw new BadFileException(
                row.Path, $"line {row.Line}: the corpus has no clip '{row.Clip}'.", $"It has '{utterances[0].Id}', …"),
            var several => throw new BadFileException(
                row.Path, $"line {row.Line}: '{row.Clip}' can be {string.Join(" or ", several)}.", "Write the id."),
        };
    }

    private static Dictionary<string, string> Exact(IReadOnlyList<Utterance> utterances)
    {
        var exact = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var u in utterances)
        {
            exact[WithoutEnding(u.File.Replace('\\', '/'))] = u.Id;
        }

        foreach (var u in utterances)
        {
            exact[u.Id] = u.Id;
        }

        return exact;
    }

    private static string Stem(string name) => name[(name.LastIndexOf('/') + 1)..];

    private static string WithoutEnding(string name) =>
        Endings.FirstOrDefault(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase)) is { } ending
            ? name[..^ending.Length] : name;
}
