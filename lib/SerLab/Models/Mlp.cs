using SerLab.Models.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SerLab.Models;

/// <summary>
/// The multi-layer perceptron of P4: linear layers with ReLU and dropout. P4 does not publish its size; 256 and 128
/// units are ours.
/// </summary>
public sealed record Mlp : Architecture
{
    /// <summary>Units of each hidden layer.</summary>
    public Sizes Hidden { get; init; } = [256, 128];

    /// <summary>Share of each hidden layer's units dropped while training, 0 up to below 1.</summary>
    public double Dropout { get; init; } = 0.3;

    private protected override Module<Tensor, Tensor> Assemble(IReadOnlyList<int> input, int classes)
    {
        OptionCheck.Refuse("mlp", OptionCheck.Counts("hidden", Hidden), OptionCheck.Share("dropout", Dropout));
        var incoming = Reading.Flat(input, classes);
        var layers = new List<(string, Module<Tensor, Tensor>)> { ("flatten", Flatten()) }; // [batch, value]
        foreach (var (layer, units) in Hidden.Index())
        {
            layers.AddRange([
                ($"fc{layer + 1}", Linear(incoming, units)),                                // [batch, unit]
                ($"relu{layer + 1}", ReLU(inplace: true)),
                ($"dropout{layer + 1}", nn.Dropout(Dropout)),
            ]);
            incoming = units;
        }
        layers.Add(($"fc{Hidden.Count + 1}", Linear(incoming, classes)));                   // [batch, class]
        return Sequential(layers);
    }
}
