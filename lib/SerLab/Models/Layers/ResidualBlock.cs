using static TorchSharp.torch;

namespace SerLab.Models.Layers;

/// <summary>
/// A dilated convolution over frames and one over channels alone, then a weight for each channel from its mean over the
/// clip (squeeze and excitation, Hu et al. 2018); added to the input. It begins as the input alone.
/// </summary>
internal sealed class ResidualBlock : nn.Module<Tensor, Tensor>
{
    private const int Squeeze = 8;

    private readonly nn.Module<Tensor, Tensor> change, excite;

    /// <param name="channels">A multiple of 8.</param>
    /// <param name="dilation">Frames between the three that each output sees.</param>
    public ResidualBlock(int channels, int dilation) : base(nameof(ResidualBlock))
    {
        var last = nn.BatchNorm1d(channels);
        nn.init.zeros_(last.weight);
        change = nn.Sequential(
            ("conv", nn.Conv1d(channels, channels, 3, 1, dilation, dilation, bias: false)),
            ("norm1", nn.BatchNorm1d(channels)),
            ("relu", nn.ReLU(inplace: true)),
            ("point", nn.Conv1d(channels, channels, 1, bias: false)),
            ("norm2", last));
        excite = nn.Sequential(
            ("fc1", nn.Linear(channels, channels / Squeeze)),
            ("relu", nn.ReLU(inplace: true)),
            ("fc2", nn.Linear(channels / Squeeze, channels)),
            ("sigmoid", nn.Sigmoid()));
        RegisterComponents();
    }

    /// <summary>[batch, channel, frame] to the same.</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var changed = change.call(input);
        var weight = excite.call(changed.mean([2])).unsqueeze(2);           // [batch, channel, 1]
        return (input + changed * weight).relu().MoveToOuterDisposeScope();
    }
}
