using SerLab.Files;

namespace SerLab.Corpora;

/// <summary>A folder that holds a corpus.</summary>
/// <param name="Name">Name of the corpus: <c>tess</c>, …, or the folder's own for a manifest.</param>
/// <param name="Folder">The folder to give to <see cref="CorpusReader.Read"/>.</param>
public sealed record FoundCorpus(string Name, string Folder);

/// <summary>
/// Reads a corpus from a folder: TESS, RAVDESS, CREMA-D, EMO-DB, SAVEE, the built-in corpus, or any other by
/// <c>manifest.csv</c>. WAV, FLAC, OGG and MP3 files in any depth. Nothing is decoded here.
/// </summary>
public static class CorpusReader
{
    private const double MinimumShare = 0.5, ForeignShare = 0.1;

    /// <summary>What <see cref="ReadAny"/> calls recordings that are no corpus.</summary>
    public const string Unlabelled = "unlabelled";

    /// <summary>The corpora whose names are understood.</summary>
    public static IReadOnlyList<ICorpusNames> Understood { get; } =
        [new TessNames(), new RavdessNames(), new CremaDNames(), new EmoDbNames(), new SaveeNames()];

    /// <summary>How a title names a corpus: <c>TESS</c>, <c>Built-in corpus</c>; a manifest's name as it is.</summary>
    public static string Title(string corpus) =>
        corpus == BuiltinCorpus.Name ? "Built-in corpus"
        : Understood.Any(names => names.Corpus == corpus) ? corpus.ToUpperInvariant()
        : corpus.Contains('+') ? string.Join(" + ", corpus.Split('+').Select(Title)) // several together
        : corpus;

    /// <summary>Reads the corpus that the folder holds.</summary>
    /// <param name="folder">The corpus folder.</param>
    /// <param name="corpus">Which corpus it is (<c>tess</c>, …); null finds out, as <see cref="Detect"/> does.</param>
    /// <returns>Utterances in ordinal order of their ids; what is not understood stands in LeftOut.</returns>
    /// <exception cref="BadFileException">As <see cref="Detect"/>, or a table in it is broken.</exception>
    /// <exception cref="BadOptionException">There is no corpus of that name.</exception>
    public static Corpus Read(string folder, string? corpus = null)
    {
        if (corpus is null && File.Exists(Path.Combine(folder, Manifest.FileName)))
        {
            return Manifest.Read(folder);
        }

        var names = corpus is null ? DetectNames(folder) : Named(corpus);
        return NamedCorpus.Read(folder, names, NameOf(folder, names));
    }

    /// <summary>
    /// Reads the corpus that the folder holds or, where it is none, all its recordings without labels: the corpus is
    /// then called <see cref="Unlabelled"/>, and its speakers and emotions are empty texts. For features, not training.
    /// </summary>
    /// <exception cref="BadFileException">There is no recording in the folder, or a table in it is broken.</exception>
    public static Corpus ReadAny(string folder)
    {
        var paths = CorpusFiles.List(folder);
        return paths.Count == 0 || TryDetect(folder) is not null ? Read(folder) : WithoutLabels(folder, paths);
    }

    private static Corpus WithoutLabels(string folder, IReadOnlyList<string> paths)
    {
        var (utterances, leftOut) = (new List<Utterance>(paths.Count), new List<LeftOut>());
        foreach (var path in paths)
        {
            var file = Path.Combine(folder, path);
            if (CorpusFiles.Problem(file) is { } problem)
            {
                leftOut.Add(new LeftOut(file, problem));
                continue;
            }
            utterances.Add(new Utterance(CorpusFiles.Id(path), file, Unlabelled, "", "", ""));
        }
        return new Corpus(Unlabelled, folder, utterances, leftOut);
    }

    /// <summary>
    /// Which corpus a folder holds: a manifest decides; else the corpus that understands at least half of the audio
    /// files' names, provided that no other understands a tenth.
    /// </summary>
    /// <exception cref="BadFileException">None or several; lists what was found and what is understood.</exception>
    public static string Detect(string folder) => File.Exists(Path.Combine(folder, Manifest.FileName))
        ? Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))
        : NameOf(folder, DetectNames(folder));

    /// <summary>
    /// The corpora in a folder: the folder itself when it is one, else those of its direct subfolders that are.
    /// </summary>
    /// <returns>In ordinal order of the folders; empty when there are none.</returns>
    /// <exception cref="BadFileException">The folder is missing.</exception>
    public static IReadOnlyList<FoundCorpus> Find(string folder)
    {
        var here = TryDetect(folder);
        if (here is not null && IsOneCorpus(folder))
        {
            return [new FoundCorpus(here, folder)];
        }

        var below = Directory.GetDirectories(folder).Where(d => !Path.GetFileName(d).StartsWith('.'))
            .Order(StringComparer.Ordinal);
        return [.. below.Select(d => (Name: TryDetect(d), Folder: d)).Where(found => found.Name is not null)
            .Select(found => new FoundCorpus(found.Name!, found.Folder))];
    }

    /// <summary>Has recordings or tables directly in it, or folders that are only parts of a corpus.</summary>
    private static bool IsOneCorpus(string folder) =>
        File.Exists(Path.Combine(folder, Manifest.FileName))
        || CorpusFiles.List(folder).Any(path => !path.Contains('/'))
        || Directory.GetDirectories(folder).Select(d => Path.GetFileName(d))
            .Any(name => Understood.Any(names => names.PartFolder.IsMatch(name)));

    private static string? TryDetect(string folder)
    {
        try
        {
            return Detect(folder);
        }
        catch (BadFileException) when (Directory.Exists(folder))
        {
            return null;
        }
    }

    private static ICorpusNames Named(string corpus) =>
        Understood.FirstOrDefault(names => names.Corpus == (corpus == BuiltinCorpus.Name ? "tess" : corpus))
        ?? throw new BadOptionException(
            $"There is no corpus '{corpus}'.",
            $"Choose {string.Join(", ", Understood.Select(names => names.Corpus))}, or write a {Manifest.FileName}.");

    private static string NameOf(string folder, ICorpusNames names) =>
        File.Exists(Path.Combine(folder, BuiltinCorpus.TruthFile)) ? BuiltinCorpus.Name : names.Corpus;

    private static ICorpusNames DetectNames(string folder)
    {
        var paths = CorpusFiles.List(folder);
        var shares = Understood.ToDictionary(names => names, names => Share(paths, names));
        var best = shares.MaxBy(pair => pair.Value);
        return best.Value >= MinimumShare && shares.Count(pair => pair.Value >= ForeignShare) == 1
            ? best.Key
            : throw new BadFileException(folder, Found(paths, shares), Understand());
    }

    private static double Share(IReadOnlyList<string> paths, ICorpusNames names) => paths.Count == 0
        ? 0
        : (double)paths.Count(path => names.Parse(CorpusFiles.Id(path), path) is not null) / paths.Count;

    private static string Found(IReadOnlyList<string> paths, Dictionary<ICorpusNames, double> shares)
    {
        var several = shares.Where(pair => pair.Value >= ForeignShare)
            .Select(pair => FormattableString.Invariant($"{pair.Value:P0} {pair.Key.Corpus}"));
        return paths.Count == 0 ? "no WAV, FLAC, OGG or MP3 file in it."
            : $"{paths.Count} audio files, and which corpus it is does not show: understood are "
                + $"{string.Join(" and ", several.DefaultIfEmpty("none"))}; found {string.Join(", ", paths.Take(3))} …";
    }

    private static string Understand() =>
        $"Name one corpus's folder, or write a {Manifest.FileName} (file, speaker, emotion). Understood names: "
        + string.Join("; ", Understood.Select(names => $"{names.Corpus} {names.Example}")) + ".";
}
