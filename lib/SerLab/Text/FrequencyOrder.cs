namespace SerLab.Text;

/// <summary>
/// The most frequent first, and equals in the order that numpy's <c>argsort</c> leaves them in: a quicksort about the
/// median of three, by insertion where at most 16 are left. scikit-learn takes its most frequent terms from that order,
/// and which of several equally frequent ones stays depends on it.
/// </summary>
internal static class FrequencyOrder
{
    private const int Few = 15;

    /// <summary>The places of <paramref name="counts"/>, the largest count first.</summary>
    public static int[] Of(IReadOnlyList<int> counts)
    {
        int[] order = [.. Enumerable.Range(0, counts.Count)];
        Sort(order, counts, 0, order.Length - 1);
        return order;
    }

    private static void Sort(int[] order, IReadOnlyList<int> counts, int first, int last)
    {
        while (last - first > Few)
        {
            var middle = Parted(order, counts, first, last);
            Sort(order, counts, middle + 1, last);
            last = middle - 1;
        }
        for (var next = first + 1; next <= last; next++)
        {
            var (moved, place) = (order[next], next);
            for (; place > first && counts[moved] > counts[order[place - 1]]; place--)
            {
                order[place] = order[place - 1];
            }
            order[place] = moved;
        }
    }

    private static int Parted(int[] order, IReadOnlyList<int> counts, int first, int last)
    {
        var middle = first + ((last - first) / 2);
        Exchange(order, counts, first, middle);
        Exchange(order, counts, middle, last);
        Exchange(order, counts, first, middle);
        var pivot = counts[order[middle]];
        (order[middle], order[last - 1]) = (order[last - 1], order[middle]);
        var (left, right) = (first, last - 1);
        while (true)
        {
            while (counts[order[++left]] > pivot)
            {
            }
            while (pivot > counts[order[--right]])
            {
            }
            if (left >= right)
            {
                (order[left], order[last - 1]) = (order[last - 1], order[left]);
                return left;
            }
            (order[left], order[right]) = (order[right], order[left]);
        }
    }

    private static void Exchange(int[] order, IReadOnlyList<int> counts, int before, int after)
    {
        if (counts[order[after]] > counts[order[before]])
        {
            (order[before], order[after]) = (order[after], order[before]);
        }
    }
}
