using System.Globalization;
using SerLab.Models.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SerLab.Models;

/// <summary>How large a network is and how much it computes.</summary>
/// <param name="Name">Its name in the catalogue.</param>
/// <param name="Input">Shape of one example.</param>
/// <param name="Classes">Number of classes.</param>
/// <param name="Parameters">Numbers that training changes.</param>
/// <param name="MultiplyAdds">
/// Multiplications, each with its addition, of one clip in the forward pass: those of the matrix products of linear
/// layers, convolutions (padding counted as values), LSTM gates and attention. Not counted: biases, normalisation,
/// activations, pooling, softmax and the products of single elements.
/// </param>
public sealed record ModelSummary(
    string Name, IReadOnlyList<int> Input, int Classes, long Parameters, long MultiplyAdds)
{
    /// <summary>Builds the network and runs one clip of silence through it; nothing is estimated.</summary>
    /// <exception cref="Files.BadOptionException">The network cannot be built.</exception>
    public static ModelSummary Of(Architecture architecture, IReadOnlyList<int> input, int classes)
    {
        using var graph = no_grad();
        using var scope = NewDisposeScope();
        using var network = architecture.Build(input, classes);
        network.eval();
        var sum = 0L;
        foreach (var part in network.modules().Append(network))
        {
            Watch(part, products => sum += products);
        }
        network.call(zeros([1, .. input.Select(length => (long)length)]));
        return new ModelSummary(
            Architectures.NameOf(architecture), input, classes,
            network.parameters().Sum(weight => weight.numel()), sum);
    }

    /// <summary>One line: name, input, classes, parameters and multiply-adds.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Name}: [{string.Join(", ", Input)}] to {Classes} classes, {Parameters:N0} parameters, " +
        $"{MultiplyAdds:N0} multiply-adds a clip");

    private static void Watch(nn.Module part, Action<long> count)
    {
        switch (part)
        {
            case Linear or Convolution:
                var (layer, weight) = ((nn.Module<Tensor, Tensor>)part, part.get_parameter("weight")!);
                layer.register_forward_hook((_, _, output) =>
                {
                    count(output.numel() * (weight.numel() / weight.size(0))); // each output is one product of a row
                    return output;
                });
                break;
            case SelfAttention attention:
                attention.register_forward_hook((_, input, output) =>
                {
                    count(input.size(0) * input.size(1) * attention.ProjectionSize);
                    return output;
                });
                break;
            case LSTM lstm:
                var gates = lstm.parameters().Where(matrix => matrix.dim() == 2).Sum(matrix => matrix.numel());
                lstm.register_forward_hook((_, input, _, output) =>
                {
                    count(input.size(0) * input.size(1) * gates); // every matrix once for each frame
                    return output;
                });
                break;
            case MatrixProduct product:
                product.register_forward_hook((_, left, _, output) =>
                {
                    count(output.numel() * left.size(-1));
                    return output;
                });
                break;
        }
    }
}
