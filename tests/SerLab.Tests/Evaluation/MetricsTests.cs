using System.Text.Json;
using SerLab.Evaluation;

namespace SerLab.Tests.Evaluation;

[Trait("Kind", "reference")]
public sealed class MetricsTests
{
    public static TheoryData<string> Names => GoldenCases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void The_metrics_of_counts_are_those_of_scikit_learn(string name)
    {
        var golden = GoldenCases.Case(name);
        var matrix = ConfusionMatrix.Of(GoldenCases.Predictions(golden));
        Same("accuracy", Metrics.Accuracy(matrix));
        Same("balanced_accuracy", Metrics.Uar(matrix));
        Same("cohen_kappa", Metrics.CohenKappa(matrix));
        Same("matthews_corrcoef", Metrics.Matthews(matrix));

        void Same(string key, double actual) => GoldenCases.AreEqual(GoldenCases.Number(golden, key), actual);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Averages_count_the_classes_that_are_seen(string name)
    {
        var golden = GoldenCases.Case(name).GetProperty("seen_labels");
        var matrix = ConfusionMatrix.Of(GoldenCases.Predictions(GoldenCases.Case(name)));
        Same("macro", "precision", Metrics.MacroPrecision(matrix));
        Same("macro", "recall", Metrics.MacroRecall(matrix));
        Same("macro", "f1", Metrics.MacroF1(matrix));
        Same("weighted", "precision", Metrics.WeightedPrecision(matrix));
        Same("weighted", "recall", Metrics.WeightedRecall(matrix));
        Same("weighted", "f1", Metrics.WeightedF1(matrix));

        void Same(string average, string key, double actual) =>
            GoldenCases.AreEqual(GoldenCases.Number(golden.GetProperty(average), key), actual);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_matrix_and_its_seen_part_are_exact(string name)
    {
        var golden = GoldenCases.Case(name);
        var matrix = ConfusionMatrix.Of(GoldenCases.Predictions(golden));
        Assert.Equal(Counts("all_labels"), matrix.Rows());
        Assert.Equal(Counts("seen_labels"), matrix.Seen().Rows());
        Assert.Equal(matrix.Total, matrix.Seen().Total);

        int[][] Counts(string labels) =>
            golden.GetProperty(labels).GetProperty("confusion_matrix").Deserialize<int[][]>()!;
    }

    [Fact]
    public void No_utterances_give_NaN()
    {
        var none = ConfusionMatrix.Of(["sad"], [], []);
        Assert.All(
            [Metrics.Accuracy, Metrics.Uar, Metrics.MacroF1, Metrics.WeightedF1, Metrics.CohenKappa, Metrics.Matthews],
            (Func<ConfusionMatrix, double> metric) => Assert.Equal(double.NaN, metric(none)));
    }

    [Fact]
    public void A_matrix_is_written_with_its_labels()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("serlab-confusion-").FullName, "confusion_matrix.csv");
        ConfusionMatrix.Of(["sad", "calm"], [0, 0, 1], [0, 1, 1]).WriteCsv(file);
        Assert.Equal("true_label,sad,calm\nsad,1,1\ncalm,0,1\n", File.ReadAllText(file));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }
}
