using SerLab.Audio.Fingerprints;
using SerLab.Corpora;
using SerLab.Features;
using SerLab.Files;

namespace SerLab.Splits.Auditing;

/// <summary>The fingerprints of some recordings, and which of them are the same one.</summary>
internal sealed class HeardRecordings
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Fingerprint[] _prints;
    private readonly int[] _groups;

    private HeardRecordings(Fingerprint[] prints, IReadOnlyList<TwinPair> pairs, IReadOnlyList<LeftOut> unread)
    {
        (_prints, Unread) = (prints, unread);
        foreach (var (i, print) in prints.Index())
        {
            _numbers.Add(print.Source, i);
        }
        _groups = Groups(prints.Length, pairs);
    }

    /// <summary>Files that are no sound, and why.</summary>
    public IReadOnlyList<LeftOut> Unread { get; }

    /// <summary>How many were heard.</summary>
    public int Count => _prints.Length;

    /// <summary>Those in which there is too little sound to compare by.</summary>
    public IReadOnlyList<string> Silent => [.. _prints.Where(print => !print.HasSound).Select(print => print.Source)];

    /// <summary>Listens to all of them.</summary>
    /// <param name="paths">Files; each once.</param>
    /// <param name="jobs">How many at a time.</param>
    /// <param name="progress">Receives every file.</param>
    /// <param name="cancel">Ends it between two files.</param>
    public static HeardRecordings Listen(
        IReadOnlyList<string> paths, int jobs, IProgress<BatchProgress>? progress, CancellationToken cancel)
    {
        var (prints, unread, done) = (new List<Fingerprint>(), new List<LeftOut>(), 0);
        foreach (var (print, left) in InOrder.Run(paths.Count, Math.Max(1, jobs), i => Try(paths[i]), cancel))
        {
            if (print is not null)
            {
                prints.Add(print);
            }
            else
            {
                unread.Add(left!);
            }
            progress?.Report(new BatchProgress(++done, paths.Count, unread.Count));
        }
        return new HeardRecordings([.. prints], new TwinIndex(prints).Pairs(jobs, cancel), unread);
    }

    /// <summary>A number that recordings share which are the same one; null for one that was not heard.</summary>
    public int? GroupOf(string? path) => path is not null && _numbers.TryGetValue(path, out var i) ? _groups[i] : null;

    /// <summary>How two recordings of one group are the same; without measures where a third one joins them.</summary>
    public Likeness Between(string one, string other)
    {
        var (i, j) = (_numbers[one], _numbers[other]);
        return _prints[i].LikenessTo(_prints[j]) ?? new Likeness(LikenessGrade.SameSound, double.NaN, 0, 0, 0);
    }

    private static (Fingerprint? Print, LeftOut? Left) Try(string path)
    {
        try
        {
            return (Fingerprint.Of(path), null);
        }
        catch (BadFileException bad)
        {
            return (null, new LeftOut(path, bad.Message));
        }
    }

    private static int[] Groups(int count, IReadOnlyList<TwinPair> pairs)
    {
        int[] groups = [.. Enumerable.Range(0, count)];
        foreach (var pair in pairs)
        {
            var (one, other) = (Top(pair.First), Top(pair.Second));
            groups[Math.Max(one, other)] = Math.Min(one, other);
        }
        return [.. Enumerable.Range(0, count).Select(Top)];

        int Top(int i)
        {
            while (groups[i] != i)
            {
                i = groups[i];
            }
            return i;
        }
    }
}
