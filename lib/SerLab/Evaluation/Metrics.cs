namespace SerLab.Evaluation;

/// <summary>
/// Metrics of a confusion matrix, equal to scikit-learn's. In the formulas n is the number of utterances, h_c the hits,
/// s_c the support (true) and p_c the predicted count of class c. No utterances give NaN.
/// </summary>
public static class Metrics
{
    /// <summary>Accuracy, Σ h_c / n (weighted average recall, WAR): <c>accuracy_score</c>.</summary>
    public static double Accuracy(ConfusionMatrix matrix) => (double)matrix.Hits() / matrix.Total;

    /// <summary>
    /// Unweighted average recall, mean of h_c / s_c over the classes with s_c &gt; 0: <c>balanced_accuracy_score</c>.
    /// A class that is only predicted does not count.
    /// </summary>
    public static double Uar(ConfusionMatrix matrix)
    {
        var (sum, classes) = (0.0, 0);
        for (var label = 0; label < matrix.Classes; label++)
        {
            if (matrix.Support(label) > 0)
            {
                sum += Recall(matrix, label);
                classes++;
            }
        }

        return sum / classes;
    }

    /// <summary>Precision of a class, h_c / p_c: <c>precision_score</c>; 0 where it is never predicted.</summary>
    public static double Precision(ConfusionMatrix matrix, int label) =>
        Ratio(matrix[label, label], matrix.Predicted(label));

    /// <summary>Recall of a class, h_c / s_c: <c>recall_score</c>; 0 where it does not occur.</summary>
    public static double Recall(ConfusionMatrix matrix, int label) =>
        Ratio(matrix[label, label], matrix.Support(label));

    /// <summary>F1 of a class, 2 h_c / (p_c + s_c): <c>f1_score</c>; 0 where it never occurs either way.</summary>
    public static double F1(ConfusionMatrix matrix, int label) =>
        Ratio(2 * matrix[label, label], matrix.Predicted(label) + matrix.Support(label));

    /// <summary>Mean precision over the classes that occur or are predicted: <c>average="macro"</c>.</summary>
    public static double MacroPrecision(ConfusionMatrix matrix) => Macro(matrix, Precision);

    /// <summary>
    /// Mean recall over the classes that occur or are predicted: <c>average="macro"</c>. Below <see cref="Uar"/>
    /// where a class is predicted that does not occur.
    /// </summary>
    public static double MacroRecall(ConfusionMatrix matrix) => Macro(matrix, Recall);

    /// <summary>Mean F1 over the classes that occur or are predicted: <c>average="macro"</c>.</summary>
    public static double MacroF1(ConfusionMatrix matrix) => Macro(matrix, F1);

    /// <summary>Mean precision, a class counting by its support: <c>average="weighted"</c>.</summary>
    public static double WeightedPrecision(ConfusionMatrix matrix) => Weighted(matrix, Precision);

    /// <summary>Mean recall, a class counting by its support (= accuracy): <c>average="weighted"</c>.</summary>
    public static double WeightedRecall(ConfusionMatrix matrix) => Weighted(matrix, Recall);

    /// <summary>Mean F1, a class counting by its support: <c>average="weighted"</c>.</summary>
    public static double WeightedF1(ConfusionMatrix matrix) => Weighted(matrix, F1);

    /// <summary>
    /// Cohen's kappa, 1 − (n − Σ h_c) / (n − Σ s_c p_c / n): agreement beyond chance, <c>cohen_kappa_score</c> (Cohen
    /// 1960). NaN where chance alone agrees always: one class, always predicted.
    /// </summary>
    public static double CohenKappa(ConfusionMatrix matrix)
    {
        double n = matrix.Total;
        return 1 - ((n - matrix.Hits()) / (n - (ChanceSum(matrix) / n)));
    }

    /// <summary>
    /// Matthews correlation, (n Σ h_c − Σ s_c p_c) / √((n² − Σ p_c²)(n² − Σ s_c²)): <c>matthews_corrcoef</c> (Gorodkin
    /// 2004). 0 where the truth or the predictions are one class.
    /// </summary>
    public static double Matthews(ConfusionMatrix matrix)
    {
        double n = matrix.Total;
        var (predicted, support) = (0.0, 0.0);
        for (var label = 0; label < matrix.Classes; label++)
        {
            predicted += Math.Pow(matrix.Predicted(label), 2);
            support += Math.Pow(matrix.Support(label), 2);
        }

        var spread = Math.Sqrt(((n * n) - predicted) * ((n * n) - support));
        return n == 0 ? double.NaN : spread == 0 ? 0 : ((n * matrix.Hits()) - ChanceSum(matrix)) / spread;
    }

    private static double ChanceSum(ConfusionMatrix matrix)
    {
        var sum = 0.0;
        for (var label = 0; label < matrix.Classes; label++)
        {
            sum += (double)matrix.Support(label) * matrix.Predicted(label);
        }

        return sum;
    }

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private static double Macro(ConfusionMatrix matrix, Func<ConfusionMatrix, int, double> score)
    {
        var (sum, classes) = (0.0, 0);
        for (var label = 0; label < matrix.Classes; label++)
        {
            if (matrix.IsSeen(label))
            {
                sum += score(matrix, label);
                classes++;
            }
        }

        return sum / classes;
    }

    private static double Weighted(ConfusionMatrix matrix, Func<ConfusionMatrix, int, double> score)
    {
        var sum = 0.0;
        for (var label = 0; label < matrix.Classes; label++)
        {
            sum += matrix.Support(label) * score(matrix, label);
        }

        return sum / matrix.Total;
    }
}
