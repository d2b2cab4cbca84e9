using System.Text.Json;
using SerLab.Features;

namespace SerLab.Tests.Features;

public sealed class MinMaxScalerTests
{
    private static readonly Lazy<Dictionary<string, JsonElement>> Cases = new(() =>
        JsonDocument.Parse(File.ReadAllText(Repository.Fixture("features", "minmax.json"))).RootElement
            .EnumerateArray().ToDictionary(c => c.GetProperty("name").GetString()!));

    public static TheoryData<string> Names => [.. Cases.Value.Keys];

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Names))]
    public void Lowest_values_ranges_and_values_are_scikit_learns(string name)
    {
        var samples = Cases.Value[name].GetProperty("x").Deserialize<double[][]>()!;
        var table = Tables.Of([samples[0].Length], [.. samples.SelectMany(row => row).Select(v => (float)v)]);
        var scaler = MinMaxScaler.Fit(table, table.All());
        Close(Cases.Value[name].GetProperty("low").Deserialize<double[]>()!, scaler.Low);
        Close(Cases.Value[name].GetProperty("range").Deserialize<double[]>()!, scaler.Range);
        Close(
            Cases.Value[name].GetProperty("transformed").Deserialize<double[][]>()!.SelectMany(row => row),
            table.Scaled(scaler).Select(v => (double)v));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Frames_and_channels_are_samples_and_other_clips_may_leave_the_range()
    {
        // Two channels of two rows of two frames; the second clip is not of the training part.
        var table = Tables.Of([2, 2, 2], [0, 1, 10, 10, 4, 2, 10, 10, 8, -4, 11, 9, 2, 2, 10, 10]);
        var scaler = MinMaxScaler.Fit(table, [0]);
        Assert.Equal([0, 10], scaler.Low);
        Assert.Equal([4, 1], scaler.Range);
        Assert.Equal(
            [0, 0.25f, 0, 0, 1, 0.5f, 0, 0, 2, -1, 1, -1, 0.5f, 0.5f, 0, 0], table.Scaled(scaler));
    }

    private static void Close(IEnumerable<double> expected, IEnumerable<double> actual) =>
        Assert.All(expected.Zip(actual), pair =>
            Assert.Equal(pair.First, pair.Second, 2e-5 * Math.Max(1, Math.Abs(pair.First)))); // float32 inputs
}
