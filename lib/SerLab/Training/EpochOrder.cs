using SerLab.Splits;

namespace SerLab.Training;

/// <summary>Which examples an epoch shows, in which order, in which batches.</summary>
internal static class EpochOrder
{
    /// <summary>The rows of an epoch, shuffled.</summary>
    /// <param name="labels">Class of each example.</param>
    /// <param name="balance">Whether some are repeated or left out.</param>
    /// <param name="seed">Of the training.</param>
    /// <param name="epoch">From 1.</param>
    public static long[] Rows(long[] labels, Balance balance, int seed, int epoch)
    {
        var random = new SeededShuffle(seed, epoch);
        var all = Enumerable.Range(0, labels.Length).Select(row => (long)row);
        if (balance is not (Balance.Oversample or Balance.Undersample))
        {
            return random.Shuffled(all);
        }
        long[][] classes = [.. all.GroupBy(row => labels[row]).OrderBy(rows => rows.Key).Select(rows => rows.ToArray())];
        var wanted = balance == Balance.Oversample ? classes.Max(rows => rows.Length) : classes.Min(rows => rows.Length);
        return random.Shuffled(classes.SelectMany(rows => Draw(rows, wanted, random)));
    }

    /// <summary>
    /// Where each batch begins, and the end. A last batch of one example joins the one before it: batch normalisation
    /// cannot take statistics of one.
    /// </summary>
    public static IReadOnlyList<int> Bounds(int rows, int batch)
    {
        var starts = Enumerable.Range(0, (rows + batch - 1) / batch).Select(i => i * batch).ToList();
        if (batch > 1 && starts.Count > 1 && rows - starts[^1] == 1)
        {
            starts.RemoveAt(starts.Count - 1);
        }
        return [.. starts, rows];
    }

    // All of them as often as they fit, and different ones for the rest.
    private static IEnumerable<long> Draw(long[] rows, int wanted, SeededShuffle random) =>
        Enumerable.Repeat(rows, wanted / rows.Length).SelectMany(whole => whole)
            .Concat(random.Shuffled(rows).Take(wanted % rows.Length));
}
