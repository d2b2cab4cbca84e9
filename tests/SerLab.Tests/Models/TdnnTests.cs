using SerLab.Files;
using SerLab.Models;
using SerLab.Models.Layers;
using SerLab.Tests.Training;
using SerLab.Training;
using static TorchSharp.torch;

namespace SerLab.Tests.Models;

[Collection(nameof(Alone))]
[Trait("Kind", "law")]
public sealed class TdnnTests
{
    private static readonly Tdnn Small = new() { Channels = 8, Blocks = 2, Dropout = 0 };

    [Fact]
    public void A_fresh_block_gives_its_input_alone_and_a_trained_one_does_not()
    {
        using var scope = NewDisposeScope();
        var block = new ResidualBlock(16, 2);
        var input = randn(4, 16, 9);
        Assert.Equal(input.relu().data<float>(), block.call(input).data<float>());
        using (no_grad())
        {
            block.named_parameters().Single(weight => weight.name == "change.norm2.weight").parameter.fill_(1);
        }
        Assert.NotEqual(input.relu().data<float>(), block.call(input).data<float>());
    }

    [Fact]
    public void A_dilation_of_n_sees_n_frames_on_each_side_and_none_between()
    {
        using var scope = NewDisposeScope();
        var block = new ResidualBlock(8, 3);
        using var quiet = no_grad();
        block.eval(); // fresh normalisation changes nothing then
        foreach (var (name, weight) in block.named_parameters())
        {
            weight.fill_(name.EndsWith("weight", StringComparison.Ordinal) ? 0.5 : 0);
        }
        var click = zeros(1, 8, 15);
        click.narrow(2, 7, 1).fill_(1);
        var heard = block.call(click).data<float>().ToArray()[..15];
        Assert.Equal([4, 7, 10], heard.Index().Where(frame => frame.Item > 0).Select(frame => frame.Index));
    }

    [Fact]
    public void Even_attention_gives_the_mean_and_deviation_of_each_channel_and_a_constant_has_the_smallest_deviation()
    {
        using var scope = NewDisposeScope();
        var pool = new StatisticsPooling(2, 4);
        using var quiet = no_grad();
        foreach (var (_, weight) in pool.named_parameters())
        {
            weight.zero_();
        }
        var input = tensor(new float[] { 1, 3, 5, 7, 2, 2, 2, 2 }, [1, 2, 4]);
        float[] expected = [4, 2, MathF.Sqrt(5), 0.01f];
        Assert.Equal(expected, pool.call(input).data<float>(), (a, b) => Math.Abs(a - b) < 1e-5);
    }

    [Fact]
    public void Weights_fit_any_number_of_frames()
    {
        using var scope = NewDisposeScope();
        using nn.Module<Tensor, Tensor> short_ = Small.Build([1, 12, 20], 3), long_ = Small.Build([1, 12, 50], 3);
        long_.load_state_dict(short_.state_dict());
        Assert.Equal([2L, 3], long_.call(randn(2, 1, 12, 50)).shape);
    }

    [Fact]
    public void Batches_of_one_are_refused_with_the_mend_and_a_last_one_is_not()
    {
        using var train = Toy.Examples(9, 2);
        using var network = Small.Build([1, Toy.Side, Toy.Side], 2);
        var options = new TrainingOptions { Epochs = 1, Batch = 1 };
        var failure = Assert.Throws<SerLabException>(() => Toy.Fit(network, train, train, options));
        Assert.Contains("Use a batch of at least 2", failure.Mend);
        Assert.Single(Toy.Fit(network, train, train, options with { Batch = 4 }));
    }
}
