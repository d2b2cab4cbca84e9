using SerLab.Files;

namespace SerLab.Text;

/// <summary>
/// Multinomial naive Bayes (Manning, Raghavan and Schütze 2008, chapter 13), equal to scikit-learn's
/// <c>MultinomialNB</c>: a class says a term with the probability (N_ct + α) / Σ_t (N_ct + α), N_ct being the weights
/// of term t in the texts of class c.
/// </summary>
public sealed class NaiveBayes
{
    private NaiveBayes(double[] logPriors, double[][] logTerms) => (LogPriors, LogTerms) = (logPriors, logTerms);

    /// <summary>Natural logarithm of each class's probability before a text is seen; −∞ where it has no text.</summary>
    public IReadOnlyList<double> LogPriors { get; }

    /// <summary>Natural logarithm of the probability that a class says a term [class][term].</summary>
    public IReadOnlyList<IReadOnlyList<double>> LogTerms { get; }

    /// <summary>Learns from weighted texts.</summary>
    /// <param name="texts">One row a text.</param>
    /// <param name="labels">The class of each text, 0 up to <paramref name="classes"/>.</param>
    /// <param name="classes">How many classes; one without a text is never predicted.</param>
    /// <param name="terms">How many terms the vocabulary has.</param>
    /// <param name="alpha">What is added to every count, above 0; scikit-learn's default is 1.</param>
    /// <param name="fitPriors">Priors are the classes' shares of the texts; else those with texts are equal.</param>
    /// <exception cref="BadOptionException">Alpha is not above 0, or there is no text.</exception>
    public static NaiveBayes Fit(
        IReadOnlyList<IReadOnlyList<TermWeight>> texts, IReadOnlyList<int> labels, int classes, int terms,
        double alpha = 1, bool fitPriors = true)
    {
        if (!(alpha > 0) || texts.Count == 0)
        {
            throw new BadOptionException($"Naive Bayes with alpha {alpha} and {texts.Count} texts.",
                "Give alpha a value above 0, and at least one text.");
        }
        var weights = Enumerable.Range(0, classes).Select(_ => new double[terms]).ToArray();
        var counts = new int[classes];
        foreach (var (text, label) in texts.Zip(labels))
        {
            counts[label]++;
            foreach (var (term, weight) in text)
            {
                weights[label][term] += weight;
            }
        }
        var seen = counts.Count(count => count > 0);
        return new NaiveBayes(
            [.. counts.Select(count => count == 0 ? double.NegativeInfinity
                : fitPriors ? Math.Log((double)count / texts.Count) : -Math.Log(seen))],
            [.. weights.Select(row => LogShares(row, alpha))]);
    }

    /// <summary>Probability of each class given a text [class], in sum 1.</summary>
    public double[] Probabilities(IReadOnlyList<TermWeight> text)
    {
        double[] logs =
            [.. LogPriors.Zip(LogTerms, (prior, terms) => prior + text.Sum(t => t.Weight * terms[t.Term]))];
        var most = logs.Max();
        var sum = logs.Sum(log => Math.Exp(log - most));
        return [.. logs.Select(log => Math.Exp(log - most) / sum)];
    }

    private static double[] LogShares(double[] weights, double alpha)
    {
        var sum = Math.Log(weights.Sum(weight => weight + alpha));
        return [.. weights.Select(weight => Math.Log(weight + alpha) - sum)];
    }
}
