using SerLab.Files;
using SerLab.Models;
using SerLab.Reports;
using SerLab.Splits;
using SerLab.Tests.Evaluation;
using SerLab.Tests.Files;

namespace SerLab.Tests.Reports;

[Trait("Kind", "law")]
public sealed class ParameterCountTests : IDisposable
{
    private static readonly Run Imagined =
        SmallRuns.Imagined(BootstrapTests.Simulated(9, 0.5, 3, 1), new SpeakerSplit());

    private readonly TemporaryFolder _folder = new();

    private Run Run => Imagined with { Folder = new RunFolder(_folder.Root) };

    [Fact]
    public void It_is_what_the_network_trains_without_what_batch_norm_counts_along()
    {
        using var network = new Cnn2d { Channels = [2], Hidden = 4 }.Build([1, 32, 32], 3);
        Weights.Save(network, _folder[ModelBundle.WeightsFile]);
        Assert.Equal(network.parameters().Sum(weight => weight.numel()), ParameterCount.Of(Run));
    }

    [Fact]
    public void Of_several_trainings_the_first_is_counted()
    {
        using var network = new Cnn2d { Channels = [2], Hidden = 4 }.Build([1, 32, 32], 3);
        Weights.Save(network, _folder["fold-1/model.safetensors"]);
        var pooled = Run with { Parts = [new RunPart("fold-1", "1", 1, 9, 0.5, 0.5, 1, 2, 1)] };
        Assert.Equal(network.parameters().Sum(weight => weight.numel()), ParameterCount.Of(pooled));
    }

    [Fact]
    public void A_folder_without_a_network_has_none_and_a_broken_one_is_told()
    {
        Assert.Null(ParameterCount.Of(Run));
        File.WriteAllText(_folder[ModelBundle.WeightsFile], "no weights");
        Assert.Throws<BadFileException>(() => ParameterCount.Of(Run));
    }

    public void Dispose() => _folder.Dispose();
}
