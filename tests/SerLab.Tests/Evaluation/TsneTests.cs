using System.Text.Json;
using SerLab.Evaluation;
using SerLab.Files;
using SerLab.Tests.Features;

namespace SerLab.Tests.Evaluation;

public sealed class TsneTests
{
    private static readonly Lazy<JsonElement> Reference = new(() =>
        JsonDocument.Parse(File.ReadAllText(Repository.Fixture("features", "tsne.json"))).RootElement);

    private static double[][] Points => Reference.Value.GetProperty("x").Deserialize<double[][]>()!;

    [Theory]
    [Trait("Kind", "reference")]
    [InlineData(0)]
    [InlineData(1)]
    public void The_map_loses_as_little_as_scikit_learns_and_keeps_as_many_neighbours(int index)
    {
        var expected = Reference.Value.GetProperty("cases")[index];
        var map = Map(Points, new TsneOptions { Perplexity = expected.GetProperty("perplexity").GetDouble() });
        var (loss, trust) = (expected.GetProperty("kl").GetDouble(), expected.GetProperty("trustworthiness").GetDouble());
        // scikit-learn's own loss differs by up to 7 % where points move by a millionth.
        Assert.Equal(loss, map.Divergence, 0.1 * loss);
        Assert.InRange(Trustworthiness(Points, map.Places, 5), trust - 0.01, 1);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void The_same_points_give_the_same_map_to_the_last_bit_and_every_step_is_told()
    {
        var options = new TsneOptions { Perplexity = 10, Iterations = 60 };
        var steps = new List<int>();
        var map = Tsne.Of(Points, options, new Listener<int>(steps.Add), TestContext.Current.CancellationToken);
        Assert.Equal(map.Places, Map(Points, options).Places);
        Assert.Equal(Enumerable.Range(1, 60), steps);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Groups_that_are_apart_stay_apart()
    {
        var map = Map(Points, new TsneOptions { Perplexity = 10 });
        var neighbours = Find(map.Places, 5);
        string[] groups = [.. Enumerable.Range(0, 90).Select(i => $"{i / 30}")];
        Assert.Equal(1, neighbours.Agree(groups).Share);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Points_that_are_one_point_stay_one_and_two_points_are_a_map()
    {
        double[][] same = [.. Enumerable.Repeat<double[]>([1, 2, 3], 9)];
        var map = Map(same, new TsneOptions { Perplexity = 3, Iterations = 50 });
        Assert.All(map.Places, place => Assert.Equal([0, 0], place));
        Assert.Equal(0, map.Divergence, 1e-6);
        Assert.All(
            Map([[0, 1], [5, 5]], new TsneOptions { Perplexity = 1 }).Places,
            place => Assert.All(place, value => Assert.True(double.IsFinite(value))));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Options_that_cannot_hold_are_told_together()
    {
        var failure = Assert.Throws<BadOptionException>(
            () => Map(Points, new TsneOptions { Perplexity = 90, Iterations = 0 }));
        Assert.Contains("perplexity is 90, not between 0 and the 90 points; iterations is 0", failure.Message);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void A_cancelled_map_stops_between_two_steps()
    {
        using var source = new CancellationTokenSource();
        var done = 0;
        Assert.ThrowsAny<OperationCanceledException>(() => Tsne.Of(
            Points, new TsneOptions(), new Listener<int>(step => { done = step; source.Cancel(); }), source.Token));
        Assert.Equal(1, done);
    }

    // Venna and Kaski, 2001: 1, less what neighbours in the map weigh that are none among the points.
    private static double Trustworthiness(double[][] points, double[][] places, int count)
    {
        var n = points.Length;
        var ranks = Find(points, n - 1).Of.Select(all => all.Index().ToDictionary(e => e.Item, e => e.Index + 1)).ToArray();
        var penalty = Find(places, count).Of.Index()
            .Sum(row => row.Item.Sum(j => Math.Max(0, ranks[row.Index][j] - count)));
        return 1 - 2.0 * penalty / (n * count * (2 * n - 3 * count - 1));
    }

    private static Tsne Map(double[][] points, TsneOptions options) =>
        Tsne.Of(points, options, null, TestContext.Current.CancellationToken);

    private static Neighbours Find(double[][] points, int count) =>
        Neighbours.Find(points, count, TestContext.Current.CancellationToken);
}
