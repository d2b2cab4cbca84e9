using SerLab.Models.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SerLab.Models;

/// <summary>
/// LeNet-5 along one axis (LeCun et al. 1998, with ReLU and max pooling as in P2): over the frames, or over the values
/// of a vector. Two convolutions and three linear layers.
/// </summary>
public sealed record LeNet1d : Architecture
{
    private protected override Module<Tensor, Tensor> Assemble(IReadOnlyList<int> input, int classes)
    {
        var (rows, frames) = Reading.Sequence(input, classes, smallest: 16);
        var flat = 16 * (((frames - 4) / 2 - 4) / 2);
        return Sequential(
            ("input", new Shaped(rows, frames)), // [batch, row, frame]
            ("conv1", Conv1d(rows, 6, 5)),       // [batch, 6, frame − 4]
            ("relu1", ReLU(inplace: true)),
            ("pool1", MaxPool1d(2)),             // halved
            ("conv2", Conv1d(6, 16, 5)),         // [batch, 16, …]
            ("relu2", ReLU(inplace: true)),
            ("pool2", MaxPool1d(2)),
            ("flatten", Flatten()),              // [batch, flat]
            ("fc1", Linear(flat, 120)),
            ("relu3", ReLU(inplace: true)),
            ("fc2", Linear(120, 84)),
            ("relu4", ReLU(inplace: true)),
            ("fc3", Linear(84, classes)));       // [batch, class]
    }
}
