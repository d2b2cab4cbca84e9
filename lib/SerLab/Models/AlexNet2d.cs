using SerLab.Models.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SerLab.Models;

/// <summary>
/// AlexNet over a spectrogram, in the form of Krizhevsky (2014) that PyTorch's torchvision has, whose names its weights
/// have too. P2 defines an "AlexNet-like" network and never runs it.
/// </summary>
public sealed record AlexNet2d : Architecture
{
    /// <summary>Factor of all filters and hidden units; 1 is the published network.</summary>
    public double Width { get; init; } = 1;

    /// <summary>Share of the units dropped before each hidden linear layer while training, 0 up to below 1.</summary>
    public double Dropout { get; init; } = 0.5;

    private protected override Module<Tensor, Tensor> Assemble(IReadOnlyList<int> input, int classes)
    {
        OptionCheck.Refuse(
            "alexnet2d", OptionCheck.Factor("width", Width), OptionCheck.Share("dropout", Dropout));
        var (channels, rows, frames) = Reading.Image(input, classes, smallest: 63);
        return Sequential(
            ("input", new Shaped(channels, rows, frames)), // [batch, channel, row, frame]
            ("features", Sequential(
                Conv2d(channels, Wide(64), 11, 4, 2), ReLU(inplace: true), MaxPool2d(3, 2),
                Conv2d(Wide(64), Wide(192), 5, 1, 2), ReLU(inplace: true), MaxPool2d(3, 2),
                Conv2d(Wide(192), Wide(384), 3, 1, 1), ReLU(inplace: true),
                Conv2d(Wide(384), Wide(256), 3, 1, 1), ReLU(inplace: true),
                Conv2d(Wide(256), Wide(256), 3, 1, 1), ReLU(inplace: true), MaxPool2d(3, 2))),
            ("avgpool", AdaptiveAvgPool2d(6)), // [batch, filter, 6, 6]
            ("flatten", Flatten()),
            ("classifier", Sequential(
                nn.Dropout(Dropout), Linear(Wide(256) * 6 * 6, Wide(4096)), ReLU(inplace: true),
                nn.Dropout(Dropout), Linear(Wide(4096), Wide(4096)), ReLU(inplace: true),
                Linear(Wide(4096), classes)))); // [batch, class]
    }

    private int Wide(int filters) => Scaled.By(Width, filters);
}
