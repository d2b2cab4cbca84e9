using SerLab.Files;
using SerLab.Text;

namespace SerLab.Tests.Text;

/// <summary>The expected words are those of scikit-learn's TfidfVectorizer under Python 3.11.</summary>
[Trait("Kind", "reference")]
public sealed class WordsTests
{
    [Theory]
    [InlineData("Können Äpfel fliegen? café naïve", "können äpfel fliegen café naïve")]
    [InlineData("snake_case x² ½ 10₂ ٣٤ word‿join", "snake_case x² 10₂ ٣٤ word join")]
    [InlineData("e\u0301cole", "cole")]
    [InlineData("Ⅷ viii 你好 世", "viii 你好")]
    [InlineData("İstanbul", "stanbul")]
    [InlineData("Don't you, I'm o'clock!", "don you clock")]
    [InlineData("a I .", "")]
    [InlineData("", "")]
    public void Words_are_those_of_Python(string text, string words) =>
        Assert.Equal(words, string.Join(' ', Words.Of(text)));

    [Fact]
    public void Texts_without_words_and_impossible_options_are_refused()
    {
        Assert.Contains("No words are left", Assert.Throws<BadOptionException>(() => TfIdf.Fit(["a", ""])).Message);
        var wrong = new TfIdfOptions { LongestTerm = 0, LeastTexts = -1, MostTerms = 0 };
        Assert.Contains(
            "longestTerm is 0. leastTexts is -1. mostTerms is 0.",
            Assert.Throws<BadOptionException>(() => TfIdf.Fit(["word"], wrong)).Message);
        Assert.Throws<BadOptionException>(() => NaiveBayes.Fit([], [], 2, 1));
        Assert.Throws<BadOptionException>(() => NaiveBayes.Fit([[new(0, 1)]], [0], 2, 1, alpha: 0));
    }

    [Fact]
    public void A_class_without_a_text_is_never_predicted()
    {
        var bayes = NaiveBayes.Fit([[new(0, 1)], [new(1, 1)]], [0, 2], 3, 2, fitPriors: false);
        Assert.Equal([0.5, 0, 0.5], bayes.Probabilities([]));
        Assert.Equal([2.0 / 3, 0, 1.0 / 3], bayes.Probabilities([new(0, 1)]), (a, b) => Math.Abs(a - b) < 1e-12);
    }
}
