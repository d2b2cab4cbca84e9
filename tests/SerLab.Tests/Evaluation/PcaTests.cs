using System.Text.Json;
using SerLab.Evaluation;

namespace SerLab.Tests.Evaluation;

public sealed class PcaTests
{
    [Fact]
    [Trait("Kind", "reference")]
    public void Scores_and_shares_are_scikit_learns_up_to_the_sign()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Repository.Fixture("features", "pca.json")));
        var points = Columns.Standardised(file.RootElement.GetProperty("x").Deserialize<double[][]>()!);
        var expected = file.RootElement.GetProperty("scores").Deserialize<double[][]>()!;
        var pca = Pca.Of(points, 3);
        Assert.Equal(
            file.RootElement.GetProperty("share").Deserialize<double[]>()!, pca.Shares, (a, b) => Math.Abs(a - b) < 1e-10);
        for (var k = 0; k < 3; k++)
        {
            var sign = Math.Sign(expected[0][k] * pca.Scores[0][k]);
            Assert.All(expected.Zip(pca.Scores), pair => Assert.Equal(pair.First[k], sign * pair.Second[k], 1e-9));
        }
    }

    [Fact]
    [Trait("Kind", "law")]
    public void A_line_has_one_direction_with_the_sign_of_its_largest_weight()
    {
        double[][] line = [[0, 0, 7], [-3, 1, 7], [-6, 2, 7], [-9, 3, 7]];
        var pca = Pca.Of(line, 2);
        Assert.Equal([1, 0], pca.Shares, (a, b) => Math.Abs(a - b) < 1e-12);
        // Along (3, −1) / √10, so points with a smaller first column have a smaller score.
        Assert.Equal(
            [1.5, 0.5, -0.5, -1.5], pca.Scores.Select(score => score[0] / Math.Sqrt(10)), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.All(pca.Scores, score => Assert.Equal(0, score[1], 1e-12));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Points_that_are_one_point_and_fewer_points_than_directions_have_0_where_there_is_nothing()
    {
        Assert.All(Pca.Of([[1, 2], [1, 2], [1, 2]], 2).Scores, score => Assert.Equal([0, 0], score));
        Assert.Equal([0, 0, 0], Pca.Of([[4, 5]], 3).Scores[0]);
        Assert.Equal([0, 0], Pca.Of([[4]], 2).Shares);
    }
}
