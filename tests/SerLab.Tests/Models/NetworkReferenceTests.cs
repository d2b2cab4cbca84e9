using static TorchSharp.torch;

namespace SerLab.Tests.Models;

[Trait("Kind", "reference")]
public sealed class NetworkReferenceTests
{
    private const double Tolerance = 1e-5;

    public static TheoryData<string> All => TorchCase.All;

    [Theory]
    [MemberData(nameof(All))]
    public void Logits_are_PyTorchs_while_training_and_afterwards(string name)
    {
        var torch = new TorchCase(name);
        using var scope = NewDisposeScope();
        using var network = torch.Network();
        using var examples = torch.Examples();
        network.eval();
        Close(torch["logits"], network.call(examples.Inputs), Largest(torch["logits"]));
        network.train();
        Close(torch["trained_logits"], network.call(examples.Inputs), Largest(torch["logits"]));
    }

    [Theory]
    [MemberData(nameof(All))]
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
        var largest = network.named_parameters().Max(weight => Largest(torch[$"grad.{weight.name}"]));
        Assert.All(network.named_parameters(), weight =>
        {
            var expected = torch[$"grad.{weight.name}"];
            // What stands before a normalisation has hardly a gradient but rounding, which is held against the others'.
            Close(expected, weight.parameter.grad!, Math.Max(Largest(expected), 0.05 * largest));
        });
    }

    private static void Close(float[] expected, Tensor actual, double scale) =>
        Assert.Equal(expected, actual.data<float>(), (a, b) => Math.Abs(a - b) <= Tolerance * scale);

    private static double Largest(float[] values) => values.Max(Math.Abs);
}
