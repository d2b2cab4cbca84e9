namespace SerLab.Audio.Fingerprints;

/// <summary>A recording of some that is the same as another one.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Likeness">How it is the same, seen from the other one.</param>
public sealed record Twin(int Number, Likeness Likeness);

/// <summary>Two recordings of some that are the same one.</summary>
/// <param name="First">Number of the one.</param>
/// <param name="Second">Number of the other, which is larger.</param>
/// <param name="Likeness">How the second is the same as the first.</param>
public sealed record TwinPair(int First, int Second, Likeness Likeness);

/// <summary>
/// Finds recordings that are there twice, among many, without comparing each with each: landmarks that agree say which
/// to compare. It keeps the fingerprints, about 16 KB for each second of sound. Safe to use from several threads.
/// </summary>
public sealed class TwinIndex
{
    private readonly IReadOnlyList<Fingerprint> _prints;
    private readonly double _least;
    private readonly List<TwinPair> _equal = [];
    private readonly List<int> _firsts = [];
    private readonly LandmarkIndex _index;

    /// <summary>Sorts the recordings in.</summary>
    /// <param name="prints">Any number, in any order.</param>
    /// <param name="leastCorrelation">From which correlation on two recordings are the same sound, 0..1.</param>
    public TwinIndex(IReadOnlyList<Fingerprint> prints, double leastCorrelation = Fingerprint.LeastCorrelation)
    {
        (_prints, _least) = (prints, leastCorrelation);
        var known = new Dictionary<(string, int), int>();
        foreach (var (i, print) in prints.Index())
        {
            if (known.TryAdd((print.SoundHash, print.Rate), i))
            {
                _firsts.Add(i);
                continue;
            }
            var first = known[(print.SoundHash, print.Rate)];
            _equal.Add(new TwinPair(first, i, prints[first].ByHash(print)!));
        }
        _index = new LandmarkIndex([.. _firsts.Select(i => prints[i].Landmarks)]);
    }

    /// <summary>
    /// The pairs that are the same recording, in the order of their numbers. Of recordings with equal samples only the
    /// first is compared by sound with others, so that copies of copies do not multiply the pairs: each later one is
    /// paired with that first one.
    /// </summary>
    /// <param name="jobs">How many are looked up at a time.</param>
    /// <param name="cancel">Ends the search between two recordings.</param>
    public IReadOnlyList<TwinPair> Pairs(int jobs = 1, CancellationToken cancel = default)
    {
        var found = new IReadOnlyList<TwinPair>[_firsts.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, jobs), CancellationToken = cancel };
        Parallel.For(0, found.Length, parallel, i => found[i] = [.. LaterTwins(i)]);
        var all = _equal.Concat(found.SelectMany(pairs => pairs));
        return [.. all.OrderBy(pair => pair.First).ThenBy(pair => pair.Second)];
    }

    /// <summary>Those that are the same as one recording, in the order of their numbers.</summary>
    /// <param name="print">It may be one of them, and is then its own twin.</param>
    public IReadOnlyList<Twin> Of(Fingerprint print)
    {
        var bySound = BySound(print, 0).ToDictionary(twin => twin.Number);
        var firstOf = _equal.ToDictionary(pair => pair.Second, pair => pair.First);
        return [.. Enumerable.Range(0, _prints.Count).Select(TwinAt).OfType<Twin>()];

        Twin? TwinAt(int i) => print.ByHash(_prints[i]) is { } likeness ? new Twin(i, likeness)
            : bySound.TryGetValue(firstOf.GetValueOrDefault(i, i), out var twin) ? twin with { Number = i }
            : null;
    }

    private IEnumerable<TwinPair> LaterTwins(int i) => BySound(_prints[_firsts[i]], i + 1)
        .Select(twin => new TwinPair(_firsts[i], twin.Number, twin.Likeness));

    private IEnumerable<Twin> BySound(Fingerprint print, int from)
    {
        foreach (var agreement in _index.Find(print.Landmarks, from, Fingerprint.FewestVotesOfAll))
        {
            var number = _firsts[agreement.Clip];
            if (agreement.Votes >= print.FewestVotes(_prints[number])
                && print.BySound(_prints[number], agreement.Delay) is { } likeness
                && likeness.Correlation >= _least)
            {
                yield return new Twin(number, likeness);
            }
        }
    }
}
