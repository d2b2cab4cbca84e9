using SerLab.Models.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SerLab.Models;

/// <summary>
/// VGG16 over a spectrogram: configuration D of Simonyan and Zisserman (2015), in the form that PyTorch's torchvision
/// has, whose names its weights have too, and its first values: with PyTorch's usual ones sixteen layers without
/// normalisation hardly learn. P2 has a "VGG16-like" network of unpublished size.
/// </summary>
public sealed record Vgg2d : Architecture
{
    private static readonly int[][] Blocks = [[64, 64], [128, 128], [256, 256, 256], [512, 512, 512], [512, 512, 512]];

    /// <summary>Factor of all filters and hidden units; 1 is the published network.</summary>
    public double Width { get; init; } = 1;

    /// <summary>Share of each hidden layer's units dropped while training, 0 up to below 1.</summary>
    public double Dropout { get; init; } = 0.5;

    private protected override Module<Tensor, Tensor> Assemble(IReadOnlyList<int> input, int classes)
    {
        OptionCheck.Refuse(
            "vgg16-2d", OptionCheck.Factor("width", Width), OptionCheck.Share("dropout", Dropout));
        var (channels, rows, frames) = Reading.Image(input, classes, smallest: 32);
        var network = Sequential(
            ("input", new Shaped(channels, rows, frames)), // [batch, channel, row, frame]
            ("features", Sequential(Features(channels))),
            ("avgpool", AdaptiveAvgPool2d(7)), // [batch, filter, 7, 7]
            ("flatten", Flatten()),
            ("classifier", Sequential(
                Linear(Wide(512) * 7 * 7, Wide(4096)), ReLU(inplace: true), nn.Dropout(Dropout),
                Linear(Wide(4096), Wide(4096)), ReLU(inplace: true), nn.Dropout(Dropout),
                Linear(Wide(4096), classes)))); // [batch, class]
        return VggStart.Draw(network);
    }

    private IEnumerable<Module<Tensor, Tensor>> Features(int incoming)
    {
        foreach (var block in Blocks)
        {
            foreach (var filters in block.Select(Wide))
            {
                yield return Conv2d(incoming, filters, 3, 1, 1); // [batch, filter, …]
                yield return ReLU(inplace: true);
                incoming = filters;
            }
            yield return MaxPool2d(2); // halved
        }
    }

    private int Wide(int filters) => Scaled.By(Width, filters);
}
