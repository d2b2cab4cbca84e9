namespace SerLab.Audio.Fingerprints;

/// <summary>Two recordings of some that are the same one.</summary>
/// <param name="First">Number of the one.</param>
/// <param name="Second">Number of the other, which is larger.</param>
/// <param name="Likeness">How they are the same.</param>
public sealed record TwinPair(int First, int Second, Likeness Likeness);

/// <summary>Finds recordings that are there twice, among many.</summary>
public static class TwinSearch
{
    /// <summary>
    /// The pairs that are the same recording, in the order of their numbers. Of recordings with equal samples only the
    /// first is compared by sound with others, so that copies of copies do not multiply the pairs: each later one is
    /// paired with that first one.
    /// </summary>
    /// <param name="prints">Any number, in any order.</param>
    /// <param name="jobs">How many are looked up at a time.</param>
    /// <param name="cancel">Ends the search between two recordings.</param>
    public static IReadOnlyList<TwinPair> Find(
        IReadOnlyList<Fingerprint> prints, int jobs = 1, CancellationToken cancel = default)
    {
        var (equal, firsts) = ByHash(prints);
        var index = new LandmarkIndex([.. firsts.Select(i => prints[i].Landmarks)]);
        var found = new IReadOnlyList<TwinPair>[firsts.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, jobs), CancellationToken = cancel };
        Parallel.For(0, firsts.Count, parallel, i => found[i] = [.. Like(prints, firsts, index, i)]);
        return [.. equal.Concat(found.SelectMany(pairs => pairs)).OrderBy(pair => pair.First).ThenBy(pair => pair.Second)];
    }

    private static (List<TwinPair> Equal, List<int> Firsts) ByHash(IReadOnlyList<Fingerprint> prints)
    {
        var (equal, firsts) = (new List<TwinPair>(), new List<int>());
        var known = new Dictionary<(string, int), int>();
        foreach (var (i, print) in prints.Index())
        {
            var first = known.TryAdd((print.SoundHash, print.Rate), i) ? i : known[(print.SoundHash, print.Rate)];
            if (first == i)
            {
                firsts.Add(i);
            }
            else
            {
                var grade = prints[first].SameHash(print)!.Value;
                equal.Add(new TwinPair(first, i, new Likeness(grade, 1, 0, 0, print.Seconds)));
            }
        }
        return (equal, firsts);
    }

    private static IEnumerable<TwinPair> Like(
        IReadOnlyList<Fingerprint> prints, List<int> firsts, LandmarkIndex index, int i)
    {
        var print = prints[firsts[i]];
        foreach (var agreement in index.Find(print.Landmarks, i + 1, Fingerprint.FewestVotesOfAll))
        {
            var other = prints[firsts[agreement.Clip]];
            if (agreement.Votes >= print.FewestVotes(other) && print.Verify(other, agreement.Delay) is { } likeness)
            {
                yield return new TwinPair(firsts[i], firsts[agreement.Clip], likeness);
            }
        }
    }
}
