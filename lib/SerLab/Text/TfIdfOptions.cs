using SerLab.Files;

namespace SerLab.Text;

/// <summary>How a weighted row of words is brought to one size.</summary>
public enum TextNorm
{
    /// <summary>Squares come to 1: scikit-learn's default.</summary>
    L2,

    /// <summary>Weights come to 1.</summary>
    L1,

    /// <summary>As they are.</summary>
    None,
}

/// <summary>How words are counted and weighted; the defaults are of scikit-learn's <c>TfidfVectorizer</c>.</summary>
public sealed record TfIdfOptions
{
    /// <summary>Terms are runs of 1 up to so many words, 1 and up (<c>ngram_range</c>).</summary>
    public int LongestTerm { get; init; } = 1;

    /// <summary>Terms of fewer texts are left out, 1 and up (<c>min_df</c>).</summary>
    public int LeastTexts { get; init; } = 1;

    /// <summary>
    /// The most frequent terms alone, of equals those that numpy's sorting puts first, as scikit-learn has it; null for
    /// all (<c>max_features</c>).
    /// </summary>
    public int? MostTerms { get; init; }

    /// <summary>A term that comes n times counts 1 + ln n (<c>sublinear_tf</c>).</summary>
    public bool Sublinear { get; init; }

    /// <summary>As if one more text had every term (<c>smooth_idf</c>).</summary>
    public bool Smooth { get; init; } = true;

    /// <summary>The size of a row.</summary>
    public TextNorm Norm { get; init; } = TextNorm.L2;

    /// <summary>Throws where the options cannot hold.</summary>
    /// <exception cref="BadOptionException">Names each that is out of range.</exception>
    public void Check()
    {
        string[] problems =
        [
            .. Below("longestTerm", LongestTerm), .. Below("leastTexts", LeastTexts),
            .. MostTerms is { } most ? Below("mostTerms", most) : [],
        ];
        if (problems.Length > 0)
        {
            throw new BadOptionException(string.Join(" ", problems), "Give it at least 1.");
        }
    }

    private static IEnumerable<string> Below(string name, int value) => value < 1 ? [$"{name} is {value}."] : [];
}
