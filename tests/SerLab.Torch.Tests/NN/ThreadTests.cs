using static TorchSharp.torch;

namespace SerLab.Torch.Tests.NN;

[Collection(nameof(Alone))]
[Trait("Kind", "law")]
public sealed class ThreadTests
{
    [Fact]
    public async Task Two_threads_train_at_once_as_they_do_alone()
    {
        var first = Task.Factory.StartNew(() => Train(1), TaskCreationOptions.LongRunning);
        var second = Task.Factory.StartNew(() => Train(2), TaskCreationOptions.LongRunning);
        var together = await Task.WhenAll(first, second);
        Assert.Equal(Train(1), together[0]);
        Assert.Equal(Train(2), together[1]);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes()
    {
        byte[] Draw()
        {
            using var scope = NewDisposeScope();
            manual_seed(7);
            using var layer = nn.Linear(9, 5);
            var dropped = nn.functional.dropout(ones(50));
            return [.. layer.weight.bytes, .. randn(4).bytes, .. randperm(9).bytes, .. dropped.bytes];
        }

        Assert.Equal(Draw(), Draw());
    }

    [Fact]
    public void A_source_of_its_own_leaves_the_common_one_alone()
    {
        using var scope = NewDisposeScope();
        using var source = new Generator(5);
        manual_seed(1);
        var place = get_rng_state();
        var numbers = randn(6, generator: source);
        Assert.Equal(place.bytes.ToArray(), get_rng_state().bytes.ToArray());
        using var again = new Generator().manual_seed(5);
        Assert.True(numbers.Equals(randn(6, generator: again)));
        Assert.Equal(5, again.initial_seed());
    }

    private static float[] Train(ulong seed)
    {
        using var scope = NewDisposeScope();
        using var source = new Generator(seed);
        var inputs = randn(16, 8, generator: source);
        using var model = nn.Sequential(nn.Linear(8, 16), nn.Tanh(), nn.Linear(16, 8));
        foreach (var parameter in model.parameters())
            using (no_grad())
                parameter.normal_(0, 0.3, source);
        using var optimiser = optim.Adam(model.parameters(), 0.01);
        for (var i = 0; i < 200; i++)
        {
            using var inner = NewDisposeScope();
            optimiser.zero_grad();
            nn.functional.mse_loss(model.call(inputs), inputs).backward();
            optimiser.step();
        }
        return model.call(inputs).data<float>().ToArray();
    }
}
