using SerLab.Models;

namespace SerLab.Tests.Models;

[Trait("Kind", "reference")]
public sealed class ModelSummaryTests
{
    [Fact]
    public void LeNet_over_fs2_is_what_pencil_and_paper_give()
    {
        const long flat = 16 * 29 * 51; // (128, 216) → (124, 212) → (62, 106) → (58, 102) → (29, 51)
        var summary = ModelSummary.Of(new LeNet2d(), [1, 128, 216], 7);
        Assert.Equal(
            6 * 25 + 6 + 16 * 6 * 25 + 16 + flat * 120 + 120 + 120 * 84 + 84 + 84 * 7 + 7, summary.Parameters);
        Assert.Equal(
            124 * 212 * 6 * 25 + 58 * 102 * 16 * 6 * 25 + flat * 120 + 120 * 84 + 84 * 7, summary.MultiplyAdds);
    }

    [Fact]
    public void The_network_of_P1_is_what_pencil_and_paper_give()
    {
        const long gates = 4 * 128 * (128 + 128) * 2 + 4 * 128 * (256 + 128) * 2; // of both layers and directions
        const long attention = 108 * 256 + 108 * 256;                             // scores, and the weighed sum
        var summary = ModelSummary.Of(new CnnLstmAttention(), [187, 216], 8);
        Assert.Equal(
            187 * 64 * 3 + 64 + 2 * 64 + 64 * 128 * 3 + 128 + 2 * 128 + gates + 4 * 2 * 4 * 128 + 512 * 8 + 8,
            summary.Parameters);
        Assert.Equal(
            216L * 187 * 64 * 3 + 216 * 64 * 128 * 3 + 108 * gates + attention + 512 * 8, summary.MultiplyAdds);
    }

    [Fact]
    public void Self_attention_is_what_pencil_and_paper_give()
    {
        var summary = ModelSummary.Of(
            new Attention { Width = 8, Heads = 2, Layers = 1, Hidden = 12 }, [5, 7], 3);
        Assert.Equal(
            5 * 8 + 8 + 24 * 8 + 24 + 8 * 8 + 8 + 8 * 12 + 12 + 12 * 8 + 8 + 2 * 2 * 8 + 8 * 3 + 3, summary.Parameters);
        Assert.Equal(
            7 * (5 * 8 + 24 * 8 + 8 * 8 + 8 * 12 + 12 * 8) + 2 * 7 * 7 * 8 + 8 * 3, summary.MultiplyAdds);
    }

    [Fact]
    public void VGG16_and_AlexNet_over_ImageNet_have_the_numbers_that_are_published()
    {
        var vgg = ModelSummary.Of(new Vgg2d(), [3, 224, 224], 1000);
        Assert.Equal((138_357_544, 15_470_264_320), (vgg.Parameters, vgg.MultiplyAdds));
        var alex = ModelSummary.Of(new AlexNet2d(), [3, 224, 224], 1000);
        Assert.Equal((61_100_840, 714_188_480), (alex.Parameters, alex.MultiplyAdds));
    }

    [Fact]
    public void VGG16_over_fs2_is_what_pencil_and_paper_give()
    {
        const long places = 128 * 216;
        const long filters =
            places * 9 * (1 * 64 + 64 * 64)
            + places / 4 * 9 * (64 * 128 + 128 * 128)
            + places / 16 * 9 * (128 * 256 + 2 * 256 * 256)
            + 16 * 27 * 9 * (256L * 512 + 2 * 512 * 512)
            + 8 * 13 * 9 * (3 * 512L * 512);              // 27 frames halved are 13
        var summary = ModelSummary.Of(new Vgg2d(), [1, 128, 216], 7);
        Assert.Equal(filters + 25088L * 4096 + 4096 * 4096 + 4096 * 7, summary.MultiplyAdds);
        Assert.Equal(138_357_544 - 2 * 64 * 9 - (4096 + 1) * 993, summary.Parameters); // 2 colours, 993 classes less
    }

    [Fact]
    public void A_summary_is_one_line() => Assert.Equal(
        "linear: [169] to 7 classes, 1,190 parameters, 1,183 multiply-adds a clip",
        ModelSummary.Of(new SoftmaxRegression(), [169], 7).ToString());
}
