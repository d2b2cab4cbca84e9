using static TorchSharp.torch;

namespace SerLab.Torch.Tests.NN;

[Collection(nameof(Alone))]
[Trait("Kind", "law")]
public sealed class TrainingTests
{
    [Fact]
    public void A_small_network_learns_exclusive_or()
    {
        manual_seed(1);
        using var scope = NewDisposeScope();
        var inputs = tensor(new float[,] { { 0, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 } });
        var targets = tensor(new long[] { 0, 1, 1, 0 });
        using var model = nn.Sequential(("first", nn.Linear(2, 16)), ("act", nn.Tanh()), ("last", nn.Linear(16, 2)));
        using var optimiser = optim.Adam(model.parameters(), 0.02);
        using var loss = nn.CrossEntropyLoss();
        for (var step = 0; step < 300; step++)
        {
            using var inner = NewDisposeScope();
            optimiser.zero_grad();
            loss.call(model.call(inputs), targets).backward();
            optimiser.step();
        }
        using var quiet = no_grad();
        Assert.Equal([0L, 1, 1, 0], model.call(inputs).argmax(1).data<long>().ToArray());
        Assert.Equal(["first.weight", "first.bias", "last.weight", "last.bias"], model.state_dict().Keys);
    }

    [Fact]
    public void Every_layer_trains_a_step_and_leaves_nothing_behind()
    {
        var before = Tensor.TotalCount;
        using (var model = nn.Sequential(
            nn.Conv2d(1, 6, 5), nn.BatchNorm2d(6), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(6, 8, (3, 5), padding: (1, 2)), nn.GELU(), nn.AvgPool2d(2), nn.Dropout2d(0.1),
            nn.AdaptiveAvgPool2d(4), nn.Flatten(), nn.Dropout(0.2), nn.LayerNorm(128), nn.Linear(128, 16),
            nn.BatchNorm1d(16), nn.Sigmoid(),
            nn.Linear(16, 5), nn.LogSoftmax(1)))
        using (var optimiser = optim.SGD(model.parameters(), 0.1, momentum: 0.9))
        {
            using var scope = NewDisposeScope();
            var output = model.call(randn(4, 1, 32, 48));
            nn.functional.nll_loss(output, tensor(new long[] { 0, 1, 2, 3 })).backward();
            optimiser.step();
            Assert.Equal([4L, 5], output.shape);
            Assert.All(model.parameters(), p => Assert.NotNull(p.grad));
        }
        Assert.Equal(before, Tensor.TotalCount);
    }
}
