using SerLab.Splits;

namespace SerLab.Tests.Splits;

[Trait("Kind", "law")]
public sealed class SeededShuffleTests
{
    [Fact]
    public void A_seed_gives_the_same_numbers_everywhere_and_a_stream_its_own()
    {
        var first = new SeededShuffle(1);
        Assert.Equal(Frozen, Enumerable.Range(0, 6).Select(_ => first.Next(1000)));
        Assert.NotEqual(Frozen, Enumerable.Range(0, 6).Select(_ => new SeededShuffle(1, 1).Next(1000)));
    }

    [Fact]
    public void Every_number_is_equally_likely()
    {
        var random = new SeededShuffle(7);
        var counts = Enumerable.Range(0, 60_000).CountBy(_ => random.Next(6)).ToDictionary();
        var chiSquare = counts.Values.Sum(n => (n - 10_000.0) * (n - 10_000.0) / 10_000);
        Assert.True(chiSquare < 20.5, $"chi square {chiSquare} (5 degrees of freedom, p = 0.001)");
    }

    [Fact]
    public void Huge_counts_are_drawn_without_favour()
    {
        var random = new SeededShuffle(3);
        var below = Enumerable.Range(0, 20_000).Count(_ => random.Next(int.MaxValue) < int.MaxValue / 4);
        Assert.InRange(below, 4_750, 5_250);
        var (count, rejecting) = (3 << 29, new SeededShuffle(4)); // a quarter of the draws is rejected here
        Assert.InRange(Enumerable.Range(0, 20_000).Count(_ => rejecting.Next(count) < count / 4), 4_750, 5_250);
        Assert.Throws<ArgumentOutOfRangeException>(() => random.Next(0));
    }

    [Fact]
    public void A_shuffle_keeps_every_item_and_every_order_is_as_likely()
    {
        var random = new SeededShuffle(11);
        var orders = Enumerable.Range(0, 24_000).CountBy(_ => string.Concat(random.Shuffled("abcd"))).ToDictionary();
        Assert.Equal(24, orders.Count);
        Assert.All(orders, order => Assert.InRange(order.Value, 850, 1_150));
    }

    private static readonly int[] Frozen = [427, 974, 66, 640, 342, 393];
}
