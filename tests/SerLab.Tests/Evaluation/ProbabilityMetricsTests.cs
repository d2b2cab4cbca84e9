using System.Text.Json;
using SerLab.Evaluation;

namespace SerLab.Tests.Evaluation;

[Trait("Kind", "reference")]
public sealed class ProbabilityMetricsTests
{
    public static TheoryData<string> Names => GoldenCases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void The_metrics_of_probabilities_are_those_of_scikit_learn(string name)
    {
        var golden = GoldenCases.Case(name);
        var predictions = GoldenCases.Predictions(golden);
        Same("log_loss", ProbabilityMetrics.LogLoss(predictions));
        Same("roc_auc_ovr_macro", ProbabilityMetrics.RocAuc(predictions));
        Same("roc_auc_ovr_macro_of_present", ProbabilityMetrics.RocAucOfPresent(predictions));
        Same("ece_15", Calibration.ExpectedError(predictions));
        Same("mce_15", Calibration.MaximumError(predictions));
        if (golden.GetProperty("top_2_accuracy").ValueKind == JsonValueKind.Number)
        {
            Same("top_2_accuracy", ProbabilityMetrics.TopK(predictions, 2));
        }

        void Same(string key, double actual) => GoldenCases.AreEqual(GoldenCases.Number(golden, key), actual);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_bins_of_confidence_are_those_of_the_reference(string name)
    {
        var golden = GoldenCases.Case(name);
        var expected = golden.GetProperty("ece_bins").EnumerateArray().ToList();
        var bins = Calibration.Bins(GoldenCases.Predictions(golden));
        Assert.Equal(expected.Count, bins.Count);
        foreach (var (bin, reference) in bins.Zip(expected))
        {
            Assert.Equal(reference.GetProperty("count").GetInt32(), bin.Count);
            GoldenCases.AreEqual(GoldenCases.Number(reference, "lower"), bin.Lower);
            GoldenCases.AreEqual(GoldenCases.Number(reference, "upper"), bin.Upper);
            GoldenCases.AreEqual(GoldenCases.Number(reference, "accuracy"), bin.Accuracy);
            GoldenCases.AreEqual(GoldenCases.Number(reference, "confidence"), bin.Confidence);
        }
    }

    [Fact]
    public void The_true_label_is_always_among_all_labels_and_k_has_bounds()
    {
        var predictions = GoldenCases.Predictions(GoldenCases.Case("tiny"));
        Assert.Equal(1, ProbabilityMetrics.TopK(predictions, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProbabilityMetrics.TopK(predictions, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProbabilityMetrics.TopK(predictions, 4));
    }

    [Fact]
    public void A_confidence_a_rounding_above_one_is_in_the_last_bin() =>
        Assert.Equal(1.0, Assert.Single(Calibration.Bins(new(["a", "b"], [new("x", "s", 0, [1.0000001, 0])]))).Upper);

    [Fact]
    public void No_utterances_give_NaN()
    {
        var none = new Predictions(["sad", "calm"], []);
        Assert.Equal(double.NaN, ProbabilityMetrics.LogLoss(none));
        Assert.Equal(double.NaN, ProbabilityMetrics.TopK(none, 1));
        Assert.Equal(double.NaN, ProbabilityMetrics.RocAuc(none));
        Assert.Equal(double.NaN, Calibration.ExpectedError(none));
        Assert.Equal(double.NaN, Calibration.MaximumError(none));
    }
}
