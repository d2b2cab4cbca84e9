using System.Text.Json;
using SerLab.Evaluation;

namespace SerLab.Tests.Evaluation;

/// <summary>What scikit-learn 1.2.1 says of some predictions: tests/fixtures/golden/metrics.json.</summary>
internal static class GoldenCases
{
    public const double Tolerance = 1e-9;

    private static readonly Lazy<Dictionary<string, JsonElement>> Cases = new(() =>
    {
        var text = File.ReadAllText(Repository.Fixture("golden", "metrics.json"));
        return JsonDocument.Parse(text).RootElement.GetProperty("classification").EnumerateArray()
            .ToDictionary(c => c.GetProperty("name").GetString()!);
    });

    public static TheoryData<string> Names => [.. Cases.Value.Keys];

    public static JsonElement Case(string name) => Cases.Value[name];

    public static Predictions Predictions(JsonElement golden)
    {
        var truth = golden.GetProperty("y_true").Deserialize<int[]>()!;
        var probabilities = golden.GetProperty("y_prob").Deserialize<double[][]>()!;
        var predictions = new Predictions(
            golden.GetProperty("class_names").Deserialize<string[]>()!,
            [.. truth.Select((t, i) => new Prediction($"{i}.wav", $"S{i % 3}", t, probabilities[i]))]);
        Assert.Equal(golden.GetProperty("y_pred").Deserialize<int[]>(), predictions.Rows.Select(r => r.Predicted));
        return predictions;
    }

    /// <summary>A number; NaN where scikit-learn gives NaN or refuses.</summary>
    public static double Number(JsonElement golden, string key) => golden.GetProperty(key) is var value
        && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : double.NaN;

    public static void AreEqual(double expected, double actual) =>
        Assert.True(
            expected.Equals(actual) || Math.Abs(expected - actual) <= Tolerance * Math.Max(1, Math.Abs(expected)),
            $"scikit-learn gives {expected}, here it is {actual}");
}
