using SerLab.Evaluation;

namespace SerLab.Tests.Evaluation;

[Trait("Kind", "law")]
public sealed class NeighboursTests
{
    private static readonly double[][] Line = [[0, 0], [1, 0], [3, 0], [3, 0], [10, 0]];

    [Fact]
    public void The_nearest_come_first_never_the_point_itself_and_of_equals_the_earlier()
    {
        var found = Find(2).Of;
        int[][] expected = [[1, 2], [0, 2], [3, 1], [2, 1], [2, 3]];
        Assert.Equal(expected, found);
        Assert.All(Find(99).Of, near => Assert.Equal(4, near.Length));
    }

    [Fact]
    public void Agreement_counts_neighbours_and_chance_counts_all_others()
    {
        var agreement = Find(2).Agree(["a", "a", "b", "b", "b"]);
        Assert.Equal((0.5 + 0.5 + 0.5 + 0.5 + 1) / 5, agreement.Share, 1e-12);
        Assert.Equal((2 + 6) / 20.0, agreement.Chance, 1e-12);
        Assert.Equal((0.6 - 0.4) / 0.6, agreement.AboveChance, 1e-12);
    }

    [Fact]
    public void One_label_is_no_better_than_chance_and_labels_without_a_twin_have_none()
    {
        Assert.Equal(new Agreement(1, 1), Find(3).Agree(["a", "a", "a", "a", "a"]));
        Assert.Equal(0, new Agreement(1, 1).AboveChance);
        Assert.Equal(new Agreement(0, 0), Find(3).Agree(["a", "b", "c", "d", "e"]));
    }

    private static Neighbours Find(int count) => Neighbours.Find(Line, count, TestContext.Current.CancellationToken);
}
