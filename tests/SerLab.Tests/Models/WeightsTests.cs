using SerLab.Files;
using SerLab.Models;
using SerLab.Tests.Files;
using static TorchSharp.torch;

namespace SerLab.Tests.Models;

[Trait("Kind", "law")]
public sealed class WeightsTests : IDisposable
{
    private static readonly Architecture Small = new Cnn1d { Channels = [4, 6], Hidden = 10 };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Half_bfloat16_and_double_weights_of_PyTorch_are_read_as_the_nearest_single_ones()
    {
        using nn.Module<Tensor, Tensor> first = Mlp(), second = Mlp();
        Weights.Load(first, Repository.Fixture("models", "types.safetensors"));
        Weights.Load(second, Repository.Fixture("models", "types-rounded.safetensors"));
        Assert.Equal(Numbers(second), Numbers(first));
        Assert.Equal(3, Safetensors.Read(Repository.Fixture("models", "types.safetensors")).Tensors
            .DistinctBy(tensor => tensor.Type).Count());
    }

    [Fact]
    public void What_PyTorch_wrote_is_written_by_us_with_the_same_names_types_and_bytes()
    {
        var theirs = Repository.Fixture("models", "cnn1d.safetensors");
        using var network = Small.Build([24], TorchCase.Classes);
        Weights.Load(network, theirs);
        Weights.Save(network, _folder["ours.safetensors"]);
        var expected = Safetensors.Read(theirs).Tensors;
        var written = Safetensors.Read(_folder["ours.safetensors"]).Tensors;
        Assert.Equal(expected.Select(one => (one.Name, one.Type)), written.Select(one => (one.Name, one.Type)));
        Assert.Equal(expected.Select(one => one.Shape), written.Select(one => one.Shape));
        Assert.Equal(expected.Select(one => one.Bytes), written.Select(one => one.Bytes));
        Assert.Contains(written, one => one is { Name: "norm2.num_batches_tracked", Type: TensorType.I64, Shape: [] });
    }

    [Fact]
    public void Weights_of_another_network_are_refused_with_what_is_missing_and_what_is_too_many()
    {
        var path = Repository.Fixture("models", "lenet1d.safetensors");
        using var network = Small.Build([24], TorchCase.Classes);
        var failure = Assert.Throws<BadFileException>(() => Weights.Load(network, path));
        Assert.Contains("lacks norm1.bias, norm1.num_batches_tracked", failure.Message);
        Assert.Contains("6 more and has fc3.bias, fc3.weight", failure.Message);
    }

    private static nn.Module<Tensor, Tensor> Mlp() =>
        new Mlp { Hidden = [9, 6] }.Build([7], TorchCase.Classes);

    private static float[][] Numbers(nn.Module network) =>
        [.. network.state_dict().Values.Select(weight => weight.data<float>().ToArray())];
}
