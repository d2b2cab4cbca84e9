using SerLab.Models.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SerLab.Models;

/// <summary>
/// <see cref="Cnn2d"/> along one axis, over the frames or over the values of a vector: blocks of convolution, batch
/// normalisation, ReLU and max pooling, the means of 16 fields, then two linear layers.
/// </summary>
public sealed record Cnn1d : Architecture
{
    private const int Fields = 16;

    /// <summary>Filters of each block.</summary>
    public Sizes Channels { get; init; } = [32, 64, 128];

    /// <summary>Units of the hidden linear layer.</summary>
    public int Hidden { get; init; } = 128;

    /// <summary>Share of the hidden units dropped while training, 0 up to below 1.</summary>
    public double Dropout { get; init; } = 0.3;

    private protected override Module<Tensor, Tensor> Assemble(IReadOnlyList<int> input, int classes)
    {
        OptionCheck.Refuse("cnn1d", OptionCheck.Counts("channels", Channels), OptionCheck.Count("hidden", Hidden),
            OptionCheck.Share("dropout", Dropout));
        var (incoming, frames) = Reading.Sequence(input, classes, smallest: 1 << Channels.Count);
        var layers = new List<(string, Module<Tensor, Tensor>)>
        {
            ("input", new Shaped(incoming, frames)),                        // [batch, row, frame]
        };
        foreach (var (block, filters) in Channels.Index())
        {
            layers.AddRange([
                ($"conv{block + 1}", Conv1d(incoming, filters, 3, 1, 1)),   // [batch, filter, frame]
                ($"norm{block + 1}", BatchNorm1d(filters)),
                ($"relu{block + 1}", ReLU(inplace: true)),
                ($"pool{block + 1}", MaxPool1d(2)),                         // frames halved
            ]);
            incoming = filters;
        }
        layers.AddRange([
            ("mean", AdaptiveAvgPool1d(Fields)),                            // [batch, filter, 16]
            ("flatten", Flatten()),                                         // [batch, filter · 16]
            ("fc1", Linear(incoming * Fields, Hidden)),
            ("relu", ReLU(inplace: true)),
            ("dropout", nn.Dropout(Dropout)),
            ("fc2", Linear(Hidden, classes)),                               // [batch, class]
        ]);
        return Sequential(layers);
    }
}
