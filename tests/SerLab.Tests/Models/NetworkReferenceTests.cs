using static TorchSharp.torch;

namespace SerLab.Tests.Models;

[Trait("Kind", "reference")]
public sealed class NetworkReferenceTests
{
    public static TheoryData<string> Names => TorchCase.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Logits_are_PyTorchs_while_training_and_afterwards(string name)
    {
        var torch = new TorchCase(name);
        using var scope = NewDisposeScope();
        using var network = torch.Network();
        using var examples = torch.Examples();
        network.eval();
        TorchCase.Close(torch["logits"], network.call(examples.Inputs).data<float>(), 1e-5);
        network.train();
        TorchCase.Close(torch["trained_logits"], network.call(examples.Inputs).data<float>(), 1e-5);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_gradient_of_every_weight_is_PyTorchs(string name)
    {
        var torch = new TorchCase(name);
        using var scope = NewDisposeScope();
        using var network = torch.Network();
        using var examples = torch.Examples();
        network.train();
        var loss = nn.functional.cross_entropy(network.call(examples.Inputs), examples.Labels);
        loss.backward();
        Assert.Equal(torch["loss"][0], loss.item<float>(), 1e-6);
        Assert.All(network.named_parameters(), weight =>
            TorchCase.Close(torch[$"grad.{weight.name}"], weight.parameter.grad!.data<float>(), 1e-5));
    }
}
