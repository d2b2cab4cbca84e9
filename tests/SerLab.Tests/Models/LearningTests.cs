using static TorchSharp.torch;

namespace SerLab.Tests.Models;

/// <summary>Every network learns a few examples by heart.</summary>
[Collection(nameof(Alone))]
[Trait("Kind", "law")]
public sealed class LearningTests
{
    private const int Rows = 64, Frames = 72, Classes = 3;

    public static TheoryData<string> Names => SmallNetworks.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_few_steps_make_the_loss_smaller_and_move_every_weight(string name)
    {
        manual_seed(5);
        using var scope = NewDisposeScope();
        using var network = SmallNetworks.Of(name).Build([Rows, Frames], Classes);
        using var adam = optim.Adam(network.parameters(), 0.003);
        var labels = tensor([0L, 1, 2, 0, 1, 2]);
        var own = (linspace(-1, 1, Frames) + 1) * (labels - 1).reshape(6, 1, 1); // each class has a slope and a level
        var inputs = randn(6, Rows, Frames) + own;
        var before = network.named_parameters().ToDictionary(weight => weight.name, weight => weight.parameter.clone());
        var first = Loss();
        network.train();
        for (var step = 0; step < 30; step++)
        {
            using var inner = NewDisposeScope();
            var loss = nn.functional.cross_entropy(network.call(inputs), labels);
            Assert.True(float.IsFinite(loss.item<float>()), $"step {step}: {loss.item<float>()}");
            adam.zero_grad();
            loss.backward();
            adam.step();
        }
        Assert.InRange(Loss(), 0, 0.8 * first);
        Assert.All(network.named_parameters(), weight => Assert.False(weight.parameter.Equals(before[weight.name])));

        float Loss()
        {
            network.eval();
            using var quiet = no_grad();
            return nn.functional.cross_entropy(network.call(inputs), labels).item<float>();
        }
    }
}
