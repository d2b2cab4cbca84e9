using SerLab.Models.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SerLab.Models;

/// <summary>
/// P2's own network over a spectrogram: "more filters, several poolings". P2 publishes no more, so the rest is ours:
/// four blocks of 3×3 convolution, ReLU and max pooling with 32 to 256 filters, then mean and maximum of each filter,
/// and two linear layers.
/// </summary>
public sealed record Custom2d : Architecture
{
    /// <summary>Filters of each block.</summary>
    public Sizes Channels { get; init; } = [32, 64, 128, 256];

    /// <summary>Units of the hidden linear layer.</summary>
    public int Hidden { get; init; } = 128;

    /// <summary>Share of the hidden units dropped while training, 0 up to below 1.</summary>
    public double Dropout { get; init; } = 0.3;

    private protected override Module<Tensor, Tensor> Assemble(IReadOnlyList<int> input, int classes)
    {
        OptionCheck.Refuse("custom2d", OptionCheck.Counts("channels", Channels),
            OptionCheck.Count("hidden", Hidden), OptionCheck.Share("dropout", Dropout));
        var (incoming, rows, frames) = Reading.Image(input, classes, smallest: 1 << Channels.Count);
        var layers = new List<(string, Module<Tensor, Tensor>)>
        {
            ("input", new Shaped(incoming, rows, frames)),                  // [batch, channel, row, frame]
        };
        foreach (var (block, filters) in Channels.Index())
        {
            layers.AddRange([
                ($"conv{block + 1}", Conv2d(incoming, filters, 3, 1, 1)),   // [batch, filter, row, frame]
                ($"relu{block + 1}", ReLU(inplace: true)),
                ($"pool{block + 1}", MaxPool2d(2)),                         // rows and frames halved
            ]);
            incoming = filters;
        }
        layers.AddRange([
            ("pool", new MeanAndMax()),                                     // [batch, 2 · filter]
            ("fc1", Linear(2 * incoming, Hidden)),
            ("relu", ReLU(inplace: true)),
            ("dropout", nn.Dropout(Dropout)),
            ("fc2", Linear(Hidden, classes)),                               // [batch, class]
        ]);
        return Sequential(layers);
    }
}
