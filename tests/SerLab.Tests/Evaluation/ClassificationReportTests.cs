using System.Text.Json;
using SerLab.Evaluation;

namespace SerLab.Tests.Evaluation;

[Trait("Kind", "reference")]
public sealed class ClassificationReportTests
{
    public static TheoryData<string> Names => GoldenCases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void The_text_is_that_of_scikit_learn_to_the_letter(string name)
    {
        var golden = GoldenCases.Case(name);
        var matrix = ConfusionMatrix.Of(GoldenCases.Predictions(golden));
        var seen = ClassificationReport.Of(matrix.Seen());
        Assert.Equal(Text("seen_labels", "classification_report"), seen.ToText());
        Assert.Equal(Text("seen_labels", "classification_report_4"), seen.ToText(4));
        Assert.Equal(Text("all_labels", "classification_report"), ClassificationReport.Of(matrix).ToText(4));

        string? Text(string labels, string key) => golden.GetProperty(labels).GetProperty(key).GetString();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_scores_are_those_of_scikit_learn_over_all_labels_and_over_the_seen(string name)
    {
        var matrix = ConfusionMatrix.Of(GoldenCases.Predictions(GoldenCases.Case(name)));
        Same(GoldenCases.Case(name).GetProperty("all_labels"), ClassificationReport.Of(matrix));
        Same(GoldenCases.Case(name).GetProperty("seen_labels"), ClassificationReport.Of(matrix.Seen()));
    }

    [Fact]
    public void An_exact_half_goes_to_the_even_digit()
    {
        var matrix = ConfusionMatrix.Of(["a", "b"], [0, 0, 0, 0, 0, 0, 0, 0, 1], [0, 1, 1, 1, 1, 1, 1, 1, 1]);
        Assert.Contains("a       1.00      0.12", ClassificationReport.Of(matrix).ToText());
    }

    private static void Same(JsonElement golden, ClassificationReport report)
    {
        var perClass = golden.GetProperty("per_class");
        Same(perClass, "precision", report.Classes, c => c.Precision);
        Same(perClass, "recall", report.Classes, c => c.Recall);
        Same(perClass, "f1", report.Classes, c => c.F1);
        Same(perClass, "support", report.Classes, c => c.Support);
        foreach (var (key, average) in new[] { ("macro", report.Macro), ("weighted", report.Weighted) })
        {
            GoldenCases.AreEqual(GoldenCases.Number(golden.GetProperty(key), "precision"), average.Precision);
            GoldenCases.AreEqual(GoldenCases.Number(golden.GetProperty(key), "recall"), average.Recall);
            GoldenCases.AreEqual(GoldenCases.Number(golden.GetProperty(key), "f1"), average.F1);
        }
    }

    private static void Same(
        JsonElement golden, string key, IReadOnlyList<ClassScore> scores, Func<ClassScore, double> score)
    {
        var expected = golden.GetProperty(key).Deserialize<double[]>()!;
        Assert.Equal(expected.Length, scores.Count);
        Assert.All(expected.Zip(scores), pair => GoldenCases.AreEqual(pair.First, score(pair.Second)));
    }
}
