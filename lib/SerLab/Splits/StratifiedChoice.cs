using SerLab.Corpora;

namespace SerLab.Splits;

/// <summary>Draws a share of the utterances so that every emotion gives the same share.</summary>
internal static class StratifiedChoice
{
    private const double Exact = 1e-9;

    /// <summary>
    /// Largest remainders: every emotion gives its share rounded down or up, so it is off by less than one utterance,
    /// and the total comes as near to the share of all, rounded, as that allows. The last utterance of an emotion is
    /// never drawn.
    /// </summary>
    /// <param name="utterances">In ordinal order of their ids.</param>
    /// <param name="share">0..1, both left out.</param>
    /// <param name="random">Decides which.</param>
    /// <returns>The ids drawn; none where no emotion has two utterances.</returns>
    public static HashSet<string> Draw(IReadOnlyList<Utterance> utterances, double share, SeededShuffle random)
    {
        var classes = ByEmotion(utterances);
        var quotas = Quotas([.. classes.Select(c => c.Count)], share);
        var drawn = classes.Zip(quotas, (ids, quota) => random.Shuffled(ids).Take(quota));
        return drawn.SelectMany(ids => ids).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Deals the utterances round the folds; sizes differ by at most one, in each emotion too.</summary>
    public static IReadOnlyList<HashSet<string>> Deal(
        IReadOnlyList<Utterance> utterances, int folds, SeededShuffle random)
    {
        var dealt = ByEmotion(utterances).SelectMany(random.Shuffled).Index();
        var byFold = dealt.ToLookup(card => card.Index % folds, card => card.Item);
        return [.. Enumerable.Range(0, folds).Select(f => byFold[f].ToHashSet(StringComparer.Ordinal))];
    }

    private static List<List<string>> ByEmotion(IReadOnlyList<Utterance> utterances)
    {
        var ids = utterances.ToLookup(u => u.Emotion, u => u.Id, StringComparer.Ordinal);
        return [.. Emotions.InOrder(utterances.Select(u => u.Emotion)).Select(label => ids[label].ToList())];
    }

    private static int[] Quotas(int[] sizes, double share)
    {
        int[] quotas = [.. sizes.Select(n => Math.Min((int)(share * n), n - 1))];
        var missing = Math.Max(1, (int)Math.Round(share * sizes.Sum())) - quotas.Sum();
        var byRemainder = Enumerable.Range(0, sizes.Length)
            .Where(c => quotas[c] + 1 < sizes[c] && (share * sizes[c]) - quotas[c] > Exact)
            .OrderByDescending(c => (share * sizes[c]) - quotas[c]);
        foreach (var c in byRemainder.Take(Math.Max(0, missing)).ToList())
        {
            quotas[c]++;
        }

        return quotas;
    }
}
