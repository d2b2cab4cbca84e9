using SerLab.Models.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SerLab.Models;

/// <summary>
/// The attention network of P4: a linear layer and a place for each frame, an encoder of multi-head self-attention
/// (Vaswani et al. 2017), the mean over frames and a linear layer. P4 publishes no sizes: all are ours.
/// </summary>
public sealed record Attention : Architecture
{
    /// <summary>Values of a frame inside the encoder, a multiple of <see cref="Heads"/>.</summary>
    public int Width { get; init; } = 64;

    /// <summary>Heads of each layer.</summary>
    public int Heads { get; init; } = 4;

    /// <summary>Layers of the encoder.</summary>
    public int Layers { get; init; } = 2;

    /// <summary>Units of the hidden linear layer at each frame.</summary>
    public int Hidden { get; init; } = 128;

    /// <summary>Share of values dropped after each part while training, 0 up to below 1.</summary>
    public double Dropout { get; init; } = 0.1;

    private protected override Module<Tensor, Tensor> Assemble(IReadOnlyList<int> input, int classes)
    {
        OptionCheck.Refuse("attention", OptionCheck.Count("width", Width), OptionCheck.Count("heads", Heads),
            Heads > 0 && Width % Heads != 0 ? $"width of {Width} (a multiple of {Heads} heads)" : null,
            OptionCheck.Layers("layers", Layers), OptionCheck.Count("hidden", Hidden),
            OptionCheck.Share("dropout", Dropout));
        var (rows, frames) = Reading.Sequence(input, classes);
        var layers = Enumerable.Range(0, Layers).Select(_ => new EncoderLayer(Width, Heads, Hidden, Dropout));
        return Sequential(
            ("input", new Shaped(rows, frames)),
            ("frames", new FramesFirst()),                         // [batch, frame, row]
            ("embed", Linear(rows, Width)),                        // [batch, frame, width]
            ("positions", new Positions(frames, Width)),
            ("dropout", nn.Dropout(Dropout)),
            ("encoder", Sequential(("layers", Sequential(layers)))),
            ("mean", new FrameMean()),                             // [batch, width]
            ("fc", Linear(Width, classes)));                       // [batch, class]
    }
}
