using SerLab.Files;
using SerLab.Models;
using SerLab.Reports;
using SerLab.Tests.Files;

namespace SerLab.Tests.Reports;

[Trait("Kind", "law")]
public sealed class ParameterCountTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void It_is_what_the_network_trains_without_what_batch_norm_counts_along()
    {
        using var network = new Cnn2d { Channels = [2], Hidden = 4 }.Build([1, 32, 32], 3);
        Weights.Save(network, _folder[ModelBundle.WeightsFile]);
        Assert.Equal(
            network.parameters().Sum(weight => weight.numel()), ParameterCount.Of(new RunFolder(_folder.Root)));
    }

    [Fact]
    public void A_folder_without_a_network_has_none_and_a_broken_one_is_told()
    {
        Assert.Null(ParameterCount.Of(new RunFolder(_folder.Root)));
        File.WriteAllText(_folder[ModelBundle.WeightsFile], "no weights");
        Assert.Throws<BadFileException>(() => ParameterCount.Of(new RunFolder(_folder.Root)));
    }

    public void Dispose() => _folder.Dispose();
}
