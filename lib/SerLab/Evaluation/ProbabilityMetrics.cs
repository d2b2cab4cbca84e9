namespace SerLab.Evaluation;

/// <summary>Metrics of the probabilities, equal to scikit-learn's. No utterances give NaN.</summary>
public static class ProbabilityMetrics
{
    /// <summary>
    /// Log loss in nats, mean of −ln(p_truth / Σ p), with probabilities clipped to ε..1−ε, ε = 2⁻⁵²:
    /// <c>log_loss(labels=all)</c>. Finite also where the truth was given no chance.
    /// </summary>
    public static double LogLoss(Predictions predictions) =>
        Mean(predictions, row => -Math.Log(Clip(row.Probabilities[row.Truth]) / row.Probabilities.Sum(Clip)));

    /// <summary>
    /// Share of utterances whose true label is among the k likeliest: <c>top_k_accuracy_score(labels=all)</c>. Of
    /// equals the later label is taken, as there; so with ties k = 1 may differ from accuracy.
    /// </summary>
    /// <param name="predictions">The model's answers.</param>
    /// <param name="k">1 up to the number of labels.</param>
    public static double TopK(Predictions predictions, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(k);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, predictions.Labels.Count);
        return Mean(predictions, row => Better(row) < k ? 1 : 0);
    }

    /// <summary>
    /// Area under the ROC curve, mean over the labels of one against the rest:
    /// <c>roc_auc_score(multi_class="ovr", average="macro", labels=all)</c>. NaN where a label does not occur (or
    /// is the only one), which scikit-learn refuses; <see cref="RocAucOfPresent"/> has an answer there.
    /// </summary>
    public static double RocAuc(Predictions predictions) =>
        Enumerable.Range(0, predictions.Labels.Count).Select(label => RocAuc(predictions, label)).Average();

    /// <summary><see cref="RocAuc(Predictions)"/> over the labels that occur; NaN where only one does.</summary>
    public static double RocAucOfPresent(Predictions predictions) =>
        Enumerable.Range(0, predictions.Labels.Count).Select(label => RocAuc(predictions, label))
            .Where(auc => !double.IsNaN(auc)).DefaultIfEmpty(double.NaN).Average();

    /// <summary>
    /// One label against the rest: the chance that an utterance of the label gets a higher probability for it than
    /// another one, ties counting half (Mann–Whitney). NaN where the label never or always occurs.
    /// </summary>
    public static double RocAuc(Predictions predictions, int label)
    {
        var (below, twiceWins, positives) = (0L, 0L, 0L);
        var byScore = predictions.Rows.GroupBy(r => r.Probabilities[label]).OrderBy(g => g.Key);
        foreach (var equals in byScore)
        {
            var hits = equals.LongCount(r => r.Truth == label);
            var misses = equals.LongCount() - hits;
            twiceWins += hits * ((2 * below) + misses);
            below += misses;
            positives += hits;
        }

        return twiceWins / (2.0 * positives * below);
    }

    private static int Better(Prediction row)
    {
        var truth = row.Probabilities[row.Truth];
        return row.Probabilities.Index().Count(p => p.Item > truth || (p.Item == truth && p.Index > row.Truth));
    }

    private static double Clip(double probability) => Math.Clamp(probability, double.Exp2(-52), 1 - double.Exp2(-52));

    private static double Mean(Predictions predictions, Func<Prediction, double> score) =>
        predictions.Rows.Select(score).DefaultIfEmpty(double.NaN).Average();
}
