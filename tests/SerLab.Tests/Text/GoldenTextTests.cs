using System.Text.Json;
using SerLab.Text;

namespace SerLab.Tests.Text;

/// <summary>What scikit-learn 1.2.1's TfidfVectorizer and MultinomialNB make of a few texts.</summary>
[Trait("Kind", "reference")]
public sealed class GoldenTextTests
{
    private const double Tolerance = 1e-12;

    private static readonly Lazy<JsonElement> Golden = new(() => JsonDocument.Parse(
        File.ReadAllText(Repository.Fixture("golden", "metrics.json"))).RootElement.GetProperty("text"));

    public static TheoryData<string> Names =>
        [.. Golden.Value.GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Words_weights_and_idf_are_those_of_scikit_learn(string name)
    {
        var (golden, words) = Fitted(name);
        Assert.Equal(golden.GetProperty("vocabulary").Deserialize<string[]>(), words.Vocabulary);
        Equal(golden.GetProperty("idf").Deserialize<double[]>()!, words.Idf);
        Equal(Rows(golden, "matrix"), Texts("documents").Select(text => Dense(words, text)));
        Equal(Rows(golden, "test_matrix"), Texts("test_documents").Select(text => Dense(words, text)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Naive_Bayes_is_that_of_scikit_learn(string name)
    {
        var (golden, words) = Fitted(name);
        var labels = Golden.Value.GetProperty("labels").Deserialize<int[]>()!;
        var bayes = NaiveBayes.Fit(
            [.. Texts("documents").Select(words.Weigh)], labels, 3, words.Vocabulary.Count,
            golden.GetProperty("alpha").GetDouble(), golden.GetProperty("fit_prior").GetBoolean());
        Equal(golden.GetProperty("class_log_prior").Deserialize<double[]>()!, bayes.LogPriors);
        Equal(Rows(golden, "feature_log_prob"), bayes.LogTerms);
        var told = Texts("test_documents").Select(text => bayes.Probabilities(words.Weigh(text))).ToArray();
        Equal(Rows(golden, "predict_proba"), told);
        Assert.Equal(
            golden.GetProperty("predict").Deserialize<int[]>(), told.Select(row => Array.IndexOf(row, row.Max())));
    }

    private static (JsonElement Golden, TfIdf Words) Fitted(string name)
    {
        var golden = Golden.Value.GetProperty("cases").EnumerateArray()
            .Single(c => c.GetProperty("name").GetString() == name);
        return (golden, TfIdf.Fit(Texts("documents"), Options(golden.GetProperty("vectorizer"))));
    }

    private static TfIdfOptions Options(JsonElement call)
    {
        var options = new TfIdfOptions();
        foreach (var option in call.EnumerateObject())
        {
            options = option.Name switch
            {
                "ngram_range" => options with { LongestTerm = option.Value[1].GetInt32() },
                "sublinear_tf" => options with { Sublinear = option.Value.GetBoolean() },
                "min_df" => options with { LeastTexts = option.Value.GetInt32() },
                "max_features" => options with { MostTerms = option.Value.GetInt32() },
                "smooth_idf" => options with { Smooth = option.Value.GetBoolean() },
                "norm" => options with { Norm = Enum.Parse<TextNorm>(option.Value.GetString()!, ignoreCase: true) },
                _ => throw new InvalidOperationException(option.Name),
            };
        }
        return options;
    }

    private static string[] Texts(string key) => Golden.Value.GetProperty(key).Deserialize<string[]>()!;

    private static double[][] Rows(JsonElement golden, string key) =>
        golden.GetProperty(key).Deserialize<double[][]>()!;

    private static double[] Dense(TfIdf words, string text)
    {
        var row = new double[words.Vocabulary.Count];
        foreach (var (term, weight) in words.Weigh(text))
        {
            row[term] = weight;
        }
        return row;
    }

    private static void Equal(IEnumerable<IReadOnlyList<double>> expected, IEnumerable<IReadOnlyList<double>> actual)
    {
        foreach (var (e, a) in expected.Zip(actual, (e, a) => (e, a)))
        {
            Equal(e, a);
        }
        Assert.Equal(expected.Count(), actual.Count());
    }

    private static void Equal(IReadOnlyList<double> expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
    }
}
