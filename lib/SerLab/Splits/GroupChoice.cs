using SerLab.Corpora;

namespace SerLab.Splits;

/// <summary>Chooses whole groups (speakers or phrases) whose utterances come nearest to a wanted number.</summary>
internal static class GroupChoice
{
    /// <summary>
    /// The groups to take out, by seed: at least one goes, at least one stays, and every emotion stays in one that
    /// stays. The nearest sum of all groups is tried first; where it would lose an emotion, the nearest sum of the
    /// groups that can all go together.
    /// </summary>
    /// <param name="utterances">What there is to choose from, all with a name for <paramref name="key"/>.</param>
    /// <param name="key">What makes a group.</param>
    /// <param name="wanted">How many utterances should go.</param>
    /// <param name="random">Decides among equals.</param>
    /// <returns>Names of the groups; none where no group can go without losing an emotion.</returns>
    public static HashSet<string> Draw(
        IReadOnlyList<Utterance> utterances, SplitKey key, double wanted, SeededShuffle random)
    {
        var byName = utterances.ToLookup(u => key.NameOf(u), StringComparer.Ordinal);
        Group[] groups = [.. random.Shuffled(key.NamesIn(utterances)).Select(name => new Group(name, byName[name]))];
        var nearest = Nearest(groups, wanted, mayAllGo: false);
        var chosen = Covers(groups.Except(nearest), groups) ? nearest : Nearest(Free(groups), wanted, mayAllGo: true);
        return chosen.Select(g => g.Name).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>In random order, each group that can go while every emotion is still in one that stays.</summary>
    private static List<Group> Free(Group[] groups)
    {
        var staying = groups.ToList();
        foreach (var group in groups)
        {
            staying.Remove(group);
            if (!Covers(staying, groups))
            {
                staying.Add(group);
            }
        }

        return [.. groups.Except(staying)];
    }

    private static bool Covers(IEnumerable<Group> staying, IEnumerable<Group> all) =>
        all.SelectMany(g => g.Emotions).ToHashSet(StringComparer.Ordinal)
            .IsSubsetOf(staying.SelectMany(g => g.Emotions));

    /// <summary>Subset sum: the groups whose sizes add up nearest to the wanted number, the smaller in a tie.</summary>
    private static List<Group> Nearest(IReadOnlyList<Group> groups, double wanted, bool mayAllGo)
    {
        var total = groups.Sum(g => g.Count);
        var lastOf = LastGroupOfSum(groups, total);
        var sum = Enumerable.Range(0, mayAllGo ? total + 1 : total)
            .Where(s => s > 0 && lastOf[s] >= 0)
            .DefaultIfEmpty(0)
            .MinBy(s => Math.Abs(s - wanted));
        var chosen = new List<Group>();
        for (; sum > 0; sum -= groups[lastOf[sum]].Count)
        {
            chosen.Add(groups[lastOf[sum]]);
        }

        return chosen;
    }

    /// <summary>For each sum, the group that first reached it on top of groups before it; −1 where none did.</summary>
    private static int[] LastGroupOfSum(IReadOnlyList<Group> groups, int total)
    {
        var lastOf = new int[total + 1];
        Array.Fill(lastOf, -1);
        lastOf[0] = groups.Count;
        for (var g = 0; g < groups.Count; g++)
        {
            for (var sum = total; sum >= groups[g].Count; sum--)
            {
                if (lastOf[sum] < 0 && lastOf[sum - groups[g].Count] >= 0)
                {
                    lastOf[sum] = g;
                }
            }
        }

        return lastOf;
    }

    private sealed class Group(string name, IEnumerable<Utterance> utterances)
    {
        public string Name { get; } = name;

        public int Count { get; } = utterances.Count();

        public HashSet<string> Emotions { get; } = utterances.Select(u => u.Emotion).ToHashSet(StringComparer.Ordinal);
    }
}
