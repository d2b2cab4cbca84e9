using SerLab.Models.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SerLab.Models;

/// <summary>
/// LeNet-5 over a spectrogram (LeCun et al. 1998, with ReLU and max pooling as in P2): two convolutions and three
/// linear layers.
/// </summary>
public sealed record LeNet2d : Architecture
{
    private protected override Module<Tensor, Tensor> Assemble(IReadOnlyList<int> input, int classes)
    {
        var (channels, rows, frames) = Reading.Image(input, classes, smallest: 16);
        var flat = 16 * AfterBlocks(rows) * AfterBlocks(frames);
        return Sequential(
            ("input", new Shaped(channels, rows, frames)), // [batch, channel, row, frame]
            ("conv1", Conv2d(channels, 6, 5)),             // [batch, 6, row − 4, frame − 4]
            ("relu1", ReLU(inplace: true)),
            ("pool1", MaxPool2d(2)),                       // halved
            ("conv2", Conv2d(6, 16, 5)),                   // [batch, 16, …]
            ("relu2", ReLU(inplace: true)),
            ("pool2", MaxPool2d(2)),
            ("flatten", Flatten()),                        // [batch, flat]
            ("fc1", Linear(flat, 120)),
            ("relu3", ReLU(inplace: true)),
            ("fc2", Linear(120, 84)),
            ("relu4", ReLU(inplace: true)),
            ("fc3", Linear(84, classes)));                 // [batch, class]
    }

    private static int AfterBlocks(int length) => ((length - 4) / 2 - 4) / 2;
}
