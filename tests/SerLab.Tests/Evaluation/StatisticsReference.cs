using System.Text.Json;
using SerLab.Evaluation;

namespace SerLab.Tests.Evaluation;

/// <summary>What scipy 1.10.1 says: tests/fixtures/statistics/statistics.json.</summary>
internal static class StatisticsReference
{
    private static readonly string[] Labels = ["0", "1", "2"];

    private static readonly Lazy<JsonElement> Content = new(() =>
        JsonDocument.Parse(File.ReadAllText(Repository.Fixture("statistics", "statistics.json"))).RootElement);

    public static IEnumerable<JsonElement> Cases(string section) => Content.Value.GetProperty(section).EnumerateArray();

    public static JsonElement Section(string section) => Content.Value.GetProperty(section);

    /// <summary>One of the two models of a case: classes [speaker][clip].</summary>
    public static Predictions Model(JsonElement golden, string model)
    {
        var (truth, said) = (Classes("truth"), Classes(model));
        return new Predictions(Labels, [.. truth.SelectMany((clips, s) => clips.Select((label, c) =>
            new Prediction($"{s}-{c}.wav", $"S{s}", label, OneHot(said[s][c]))))]);

        int[][] Classes(string name) => golden.GetProperty(name).Deserialize<int[][]>()!;
    }

    /// <summary>Speakers of whose clips so many are right.</summary>
    public static Predictions Speakers(JsonElement golden)
    {
        var clips = golden.GetProperty("clips").GetInt32();
        var right = golden.GetProperty("right").Deserialize<int[]>()!;
        return new Predictions(Labels, [.. right.SelectMany((hits, s) => Enumerable.Range(0, clips).Select(c =>
            new Prediction($"{s}-{c}.wav", $"S{s}", 0, OneHot(c < hits ? 0 : 1))))]);
    }

    public static (double Low, double High) Bounds(JsonElement golden, string key) =>
        (golden.GetProperty(key)[0].GetDouble(), golden.GetProperty(key)[1].GetDouble());

    private static double[] OneHot(int said) => [.. Labels.Select((_, label) => label == said ? 1.0 : 0)];
}
