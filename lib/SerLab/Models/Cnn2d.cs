using SerLab.Models.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SerLab.Models;

/// <summary>
/// The small CNN of P0: blocks of 3×3 convolution, batch normalisation, ReLU and max pooling, the means over a grid of
/// 4 × 4 fields of time and frequency, then two linear layers. P0 does not publish its size; three blocks of 16, 32 and
/// 64 filters and 128 hidden units are ours. Without the grid the first linear layer has so many inputs that Adam's
/// first steps can leave it dead (seen on RAVDESS with unseen actors: one class for ever).
/// </summary>
public sealed record Cnn2d : Architecture
{
    private const int Grid = 4;

    /// <summary>Filters of each block.</summary>
    public Sizes Channels { get; init; } = [16, 32, 64];

    /// <summary>Units of the hidden linear layer.</summary>
    public int Hidden { get; init; } = 128;

    /// <summary>Share of the hidden units dropped while training, 0 up to below 1.</summary>
    public double Dropout { get; init; } = 0.3;

    private protected override Module<Tensor, Tensor> Assemble(IReadOnlyList<int> input, int classes)
    {
        OptionCheck.Refuse("cnn2d", OptionCheck.Counts("channels", Channels), OptionCheck.Count("hidden", Hidden),
            OptionCheck.Share("dropout", Dropout));
        var (incoming, rows, frames) = Reading.Image(input, classes, smallest: 1 << Channels.Count);
        var layers = new List<(string, Module<Tensor, Tensor>)>
        {
            ("input", new Shaped(incoming, rows, frames)),                  // [batch, channel, row, frame]
        };
        foreach (var (block, filters) in Channels.Index())
        {
            layers.AddRange([
                ($"conv{block + 1}", Conv2d(incoming, filters, 3, 1, 1)),   // [batch, filter, row, frame]
                ($"norm{block + 1}", BatchNorm2d(filters)),
                ($"relu{block + 1}", ReLU(inplace: true)),
                ($"pool{block + 1}", MaxPool2d(2)),                         // rows and frames halved
            ]);
            incoming = filters;
        }
        layers.AddRange([
            ("mean", AdaptiveAvgPool2d(Grid)),                              // [batch, filter, 4, 4]
            ("flatten", Flatten()),                                         // [batch, filter · 16]
            ("fc1", Linear(incoming * Grid * Grid, Hidden)),
            ("relu", ReLU(inplace: true)),
            ("dropout", nn.Dropout(Dropout)),
            ("fc2", Linear(Hidden, classes)),                               // [batch, class]
        ]);
        return Sequential(layers);
    }
}
