using SerLab.Corpora;

namespace SerLab.Splits;

/// <summary>Deals whole groups (speakers, phrases, corpora) to folds.</summary>
internal static class GroupDeal
{
    /// <summary>The largest first, each to the smallest fold.</summary>
    /// <param name="key">What makes a group.</param>
    /// <param name="utterances">All with a name for <paramref name="key"/>.</param>
    /// <param name="names">All groups, the earlier first among equals.</param>
    /// <param name="folds">How many.</param>
    /// <returns>The names of each fold.</returns>
    public static HashSet<string>[] BySize(
        SplitKey key, IReadOnlyList<Utterance> utterances, IReadOnlyList<string> names, int folds)
    {
        var sizes = utterances.CountBy(u => key.NameOf(u)!).ToDictionary(StringComparer.Ordinal);
        var (dealt, counts) = (Empty(folds), new int[folds]);
        foreach (var name in names.OrderByDescending(n => sizes[n]))
        {
            var smallest = counts.IndexOf(counts.Min());
            dealt[smallest].Add(name);
            counts[smallest] += sizes[name];
        }

        return dealt;
    }

    /// <summary>
    /// As scikit-learn's StratifiedGroupKFold: the group whose emotions are the most uneven first, each to the fold
    /// where the shares of the emotions in the folds then differ least; of folds that are equal in that, to the
    /// smaller one. The folds are the same, their numbers may differ: there they hang on the last bit.
    /// </summary>
    /// <inheritdoc cref="BySize"/>
    public static HashSet<string>[] ByEmotion(
        SplitKey key, IReadOnlyList<Utterance> utterances, IReadOnlyList<string> names, int folds)
    {
        var labels = Emotions.InOrder(utterances.Select(u => u.Emotion));
        var counts = names.ToDictionary(name => name, _ => new double[labels.Count], StringComparer.Ordinal);
        foreach (var u in utterances)
        {
            counts[key.NameOf(u)!][labels.IndexOf(u.Emotion)]++;
        }

        var (dealt, shares) = (Empty(folds), new EmotionShares(folds, counts.Values));
        foreach (var name in names.OrderByDescending(n => EmotionShares.Deviation(counts[n])))
        {
            dealt[shares.Add(counts[name])].Add(name);
        }

        return dealt;
    }

    private static HashSet<string>[] Empty(int folds) =>
        [.. Enumerable.Range(0, folds).Select(_ => new HashSet<string>(StringComparer.Ordinal))];
}
