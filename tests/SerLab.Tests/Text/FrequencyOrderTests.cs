using SerLab.Text;

namespace SerLab.Tests.Text;

[Trait("Kind", "reference")]
public sealed class FrequencyOrderTests
{
    private static readonly int[] Expected =
    [
        22, 28, 13, 12, 23, 18, 32, 27, 8, 33, 38, 3, 2, 37, 7, 17, 24, 19, 31, 34,
        36, 26, 29, 39, 16, 14, 11, 9, 6, 4, 1, 21, 20, 25, 15, 30, 10, 5, 35, 0,
    ];

    [Fact]
    public void Equals_stand_as_numpy_leaves_them()
    {
        // numpy.argsort(-counts) of numpy 1.24 for counts = [1 + (7 * i * i) % 5 for i in range(40)]
        int[] counts = [.. Enumerable.Range(0, 40).Select(i => 1 + (7 * i * i % 5))];
        Assert.Equal(Expected, FrequencyOrder.Of(counts));
        Assert.Equal([1, 0, 2], FrequencyOrder.Of([2, 3, 2]));
        Assert.Empty(FrequencyOrder.Of([]));
    }
}
