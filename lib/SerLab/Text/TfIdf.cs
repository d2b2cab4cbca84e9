using SerLab.Files;

namespace SerLab.Text;

/// <summary>A term of a text and how much it weighs there.</summary>
/// <param name="Term">Its place in the vocabulary.</param>
/// <param name="Weight">Above 0.</param>
public readonly record struct TermWeight(int Term, double Weight);

/// <summary>
/// Texts as weights of their terms, term frequency · inverse document frequency (Spärck Jones 1972), equal to
/// scikit-learn's <c>TfidfVectorizer</c>: idf = ln((1 + n) / (1 + d)) + 1 for a term in d of n texts, without smoothing
/// ln(n / d) + 1.
/// </summary>
public sealed class TfIdf
{
    private readonly TfIdfOptions _options;
    private readonly Dictionary<string, int> _places;

    private TfIdf(TfIdfOptions options, string[] vocabulary, double[] idf)
    {
        (_options, Vocabulary, Idf) = (options, vocabulary, idf);
        _places = vocabulary.Index().ToDictionary(term => term.Item, term => term.Index, StringComparer.Ordinal);
    }

    /// <summary>The terms, in ordinal order.</summary>
    public IReadOnlyList<string> Vocabulary { get; }

    /// <summary>The inverse document frequency [term].</summary>
    public IReadOnlyList<double> Idf { get; }

    /// <summary>Learns the terms and how common they are.</summary>
    /// <param name="texts">Those of the training part.</param>
    /// <param name="options">The defaults where null.</param>
    /// <exception cref="BadOptionException">An option is out of range, or no term is left.</exception>
    public static TfIdf Fit(IReadOnlyList<string> texts, TfIdfOptions? options = null)
    {
        options ??= new();
        options.Check();
        var (inTexts, inAll) = (Counter(), Counter());
        foreach (var terms in texts.Select(text => Terms(text, options)))
        {
            Count(inAll, terms);
            Count(inTexts, terms.Distinct(StringComparer.Ordinal));
        }
        string[] vocabulary =
            [.. inTexts.Keys.Where(term => inTexts[term] >= options.LeastTexts).Order(StringComparer.Ordinal)];
        if (options.MostTerms is { } most && most < vocabulary.Length)
        {
            var order = FrequencyOrder.Of([.. vocabulary.Select(term => inAll[term])]);
            vocabulary = [.. order.Take(most).Order().Select(place => vocabulary[place])];
        }
        if (vocabulary.Length == 0)
        {
            throw new BadOptionException("No words are left of the texts.", "Words of two letters and more count.");
        }
        var more = options.Smooth ? 1.0 : 0.0;
        return new TfIdf(
            options, vocabulary,
            [.. vocabulary.Select(term => Math.Log((texts.Count + more) / (inTexts[term] + more)) + 1)]);
    }

    /// <summary>The weights of a text's terms, in the order of the vocabulary; none where none is known.</summary>
    public IReadOnlyList<TermWeight> Weigh(string text)
    {
        var counts = Counter();
        Count(counts, Terms(text, _options).Where(_places.ContainsKey));
        TermWeight[] weights =
        [
            .. counts.Select(term => new TermWeight(_places[term.Key], Frequency(term.Value) * Idf[_places[term.Key]]))
                .OrderBy(weight => weight.Term),
        ];
        var size = _options.Norm switch
        {
            TextNorm.L2 => Math.Sqrt(weights.Sum(w => w.Weight * w.Weight)),
            TextNorm.L1 => weights.Sum(w => w.Weight),
            _ => 1,
        };
        return [.. weights.Select(w => w with { Weight = w.Weight / size })];
    }

    private double Frequency(int count) => _options.Sublinear ? 1 + Math.Log(count) : count;

    private static Dictionary<string, int> Counter() => new(StringComparer.Ordinal);

    private static void Count(Dictionary<string, int> counts, IEnumerable<string> terms)
    {
        foreach (var term in terms)
        {
            counts[term] = counts.GetValueOrDefault(term) + 1;
        }
    }

    private static IReadOnlyList<string> Terms(string text, TfIdfOptions options)
    {
        var words = Words.Of(text);
        return options.LongestTerm == 1 ? words :
        [
            .. Enumerable.Range(1, options.LongestTerm).SelectMany(length =>
                Enumerable.Range(0, Math.Max(0, words.Count - length + 1))
                    .Select(first => string.Join(' ', words.Skip(first).Take(length)))),
        ];
    }
}
