using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using SerLab.Features;

namespace SerLab.Tests.Features;

public sealed class StandardScalerTests
{
    private static readonly Lazy<Dictionary<string, JsonElement>> Cases = new(() =>
        JsonDocument.Parse(File.ReadAllText(Repository.Fixture("golden", "metrics.json"))).RootElement
            .GetProperty("standard_scaler").EnumerateArray().ToDictionary(c => c.GetProperty("name").GetString()!));

    public static TheoryData<string> Names => [.. Cases.Value.Keys];

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Names))]
    public void Means_scales_and_values_are_scikit_learns(string name)
    {
        var samples = Cases.Value[name].GetProperty("x").Deserialize<double[][]>()!;
        // Once with the samples as utterances of one frame, once as the frames of one utterance.
        var apart = Table([samples[0].Length, 1], samples.SelectMany(row => row));
        var frames = Table([samples[0].Length, samples.Length], Enumerable.Range(0, samples[0].Length)
            .SelectMany(column => samples.Select(row => row[column])));
        foreach (var table in new[] { apart, frames })
        {
            var scaler = StandardScaler.Fit(table, table.All());
            Close(Numbers(name, "mean"), scaler.Mean, name);
            Close(Numbers(name, "scale"), scaler.Scale, name);
        }
        var values = apart.Scaled(StandardScaler.Fit(apart, apart.All()));
        var expected = Cases.Value[name].GetProperty("transformed").Deserialize<double[][]>()!.SelectMany(row => row);
        Assert.All(expected.Zip(values), pair => Assert.Equal(pair.First, pair.Second, 2e-3)); // float32 inputs
    }

    [Fact]
    [Trait("Kind", "law")]
    public void What_it_was_fitted_on_comes_out_with_mean_0_and_variance_1_in_every_row_that_varies() =>
        Prop.ForAll(Tables, table =>
        {
            var (rows, frames) = (table.Set.Shape[1], table.Set.Shape[2]);
            var scaler = StandardScaler.Fit(table, table.All());
            var values = table.Scaled(scaler);
            return Enumerable.Range(0, rows).All(row =>
            {
                var (before, after) = (Row(table.Rows(table.All()), row, rows, frames), Row(values, row, rows, frames));
                var mean = after.Average();
                var variance = after.Average(v => (v - mean) * (v - mean));
                var varies = before.Distinct().Count() > 1;
                return Math.Abs(mean) < 1e-4 && (varies ? Math.Abs(variance - 1) < 1e-3 : scaler.Scale[row] == 1 && variance == 0);
            });
        }).QuickCheckThrowOnFailure();

    [Fact]
    [Trait("Kind", "law")]
    public void Rows_that_were_not_asked_for_do_not_count()
    {
        var table = Table([2, 2], [1, 3, 5, 9, 1000, 2000, 3000, 4000, 3, 5, 7, 11]);
        var scaler = StandardScaler.Fit(table, [0, 2]);
        Assert.Equal([3, 8], scaler.Mean);
        Assert.Equal([Math.Sqrt(2), Math.Sqrt(5)], scaler.Scale, (a, b) => Math.Abs(a - b) < 1e-15);
    }

    private static readonly Arbitrary<FeatureTable> Tables = Arb.From(
        from channels in Gen.Choose(1, 2)
        from rows in Gen.Choose(1, 4)
        from frames in Gen.Choose(1, 6)
        from utterances in Gen.Choose(1, 5)
        from offset in Gen.Choose(-50, 50)
        from numbers in Gen.Choose(-1000, 1000).ListOf(channels * rows * frames * utterances)
        from constant in Gen.Choose(0, 9)
        select Table([channels, rows, frames], numbers.Select((n, i) =>
            i / frames % rows == constant ? offset : n / 10.0 + offset)));

    private static double[] Row(float[] values, int row, int rows, int frames) =>
        [.. values.Index().Where(e => e.Index / frames % rows == row).Select(e => (double)e.Item)];

    private static FeatureTable Table(int[] shape, IEnumerable<double> values) =>
        Features.Tables.Of(shape, [.. values.Select(v => (float)v)]);

    private static double[] Numbers(string name, string key) =>
        Cases.Value[name].GetProperty(key).Deserialize<double[]>()!;

    private static void Close(double[] expected, IReadOnlyList<double> actual, string name) =>
        Assert.All(expected.Zip(actual), pair => Assert.True(
            Math.Abs(pair.First - pair.Second) <= 2e-5 * Math.Max(1e-3, Math.Abs(pair.First)), $"{name}: {pair}"));
}
