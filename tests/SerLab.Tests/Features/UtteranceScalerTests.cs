using SerLab.Features;

namespace SerLab.Tests.Features;

[Trait("Kind", "law")]
public sealed class UtteranceScalerTests
{
    private static readonly UtteranceScaler Scaler = new();

    [Fact]
    public void Each_clip_comes_out_the_same_whoever_else_is_scaled()
    {
        float[] one = [1, 3, 5, 5], other = [100, 200, -7, 9];
        var alone = Tables.Of([2, 2], one).Scaled(Scaler);
        Assert.Equal([-1, 1, 0, 0], alone);
        var together = Tables.Of([2, 2], [.. one, .. other]).Scaled(Scaler);
        Assert.Equal([.. alone, .. Tables.Of([2, 2], other).Scaled(Scaler)], together);
    }

    [Fact]
    public void Louder_and_shifted_rows_come_out_the_same()
    {
        float[] clip = [0.5f, 0.25f, -3, 1, 8, 2];
        var expected = Tables.Of([2, 3], clip).Scaled(Scaler);
        var moved = Tables.Of([2, 3], [.. clip.Select((v, i) => i < 3 ? 16 * v + 32 : v / 4 - 2)]).Scaled(Scaler);
        Assert.All(expected.Zip(moved), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
    }
}
