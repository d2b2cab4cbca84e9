using System.Numerics;
using System.Runtime.InteropServices;

namespace SerLab.Audio;

/// <summary>
/// Running medians of many series side by side, a processor vector of them at a time. Neighbouring windows share most
/// of their values, so windows are taken in groups that are halved again and again: what all windows of a group share
/// is sorted once, and values that can be no window's median any more are forgotten.
/// </summary>
/// <param name="length">Values a window; odd.</param>
internal sealed class RunningMedian(int length)
{
    private readonly int _group = Math.Min(16, (length + 1) / 2); // windows taken together at first
    private readonly int _middle = length / 2; // rank of the median

    /// <summary>Series that <paramref name="count"/> are padded to: whole vectors.</summary>
    public static int Padded(int count) =>
        (count + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;

    /// <summary>Medians of all windows.</summary>
    /// <param name="values">[position, series], as many series as <see cref="Padded"/> says.</param>
    /// <param name="medians">Receives [window, series]; there are length − 1 windows fewer than positions.</param>
    /// <param name="series">Number of series.</param>
    public void Filter(ReadOnlySpan<float> values, Span<float> medians, int series)
    {
        var lanes = series / Vector<float>.Count;
        var from = MemoryMarshal.Cast<float, Vector<float>>(values);
        var to = MemoryMarshal.Cast<float, Vector<float>>(medians);
        var (windows, room) = (to.Length / lanes, new Vector<float>[6 * (length + 1)]);
        for (var lane = 0; lane < lanes; lane++)
        {
            for (var first = 0; first < windows; first += _group)
            {
                var group = new Group(from[lane..], to[lane..], lanes);
                var count = Math.Min(_group, windows - first);
                var sorted = Insert(group, [], 0, room, first + count - 1, first + length);
                Halve(group, first, count, room, sorted, length - count + 1);
            }
        }
    }

    // The medians of the windows from first on, where room begins with the sorted candidates among what all share.
    private void Halve(in Group group, int first, int count, Span<Vector<float>> room, int sorted, int seen)
    {
        if (count == 1)
        {
            group.Medians[first * group.Lanes] = room[0];
            return;
        }
        var half = count / 2;
        var candidates = room[..sorted];
        var rest = room[sorted..];
        var left = Insert(group, candidates, seen, rest, first + half - 1, first + count - 1);
        Halve(group, first, half, rest, left, seen + count - half);
        var right = Insert(group, candidates, seen, rest, first + length, first + length + half);
        Halve(group, first + half, count - half, rest, right, seen + half);
    }

    // Sorts the values of some positions into the candidates and says how many candidates are left.
    private int Insert(
        in Group group, ReadOnlySpan<Vector<float>> candidates, int seen, Span<Vector<float>> sorted,
        int first, int end)
    {
        candidates.CopyTo(sorted);
        var kept = candidates.Length;
        for (var position = first; position < end; position++, seen++)
        {
            var value = group.Values[position * group.Lanes];
            // The smallest can be no median once too few values are to come that might be smaller still.
            var drop = seen + _middle >= length ? 1 : 0;
            if (drop == 1)
            {
                value = Vector.Max(sorted[0], value);
            }
            for (var i = drop; i < kept; i++)
            {
                var other = sorted[i];
                sorted[i - drop] = Vector.Min(other, value);
                value = Vector.Max(other, value);
            }
            sorted[kept - drop] = value;
            kept += (seen <= _middle ? 1 : 0) - drop;
        }
        return kept;
    }

    private readonly ref struct Group(ReadOnlySpan<Vector<float>> values, Span<Vector<float>> medians, int lanes)
    {
        public readonly ReadOnlySpan<Vector<float>> Values = values;
        public readonly Span<Vector<float>> Medians = medians;
        public readonly int Lanes = lanes;
    }
}
