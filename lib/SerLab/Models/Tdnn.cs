using SerLab.Models.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SerLab.Models;

/// <summary>
/// A small time-delay network, made to win with unseen speakers: the family of speaker recognition's x-vectors (Snyder
/// et al. 2018) and ECAPA-TDNN (Desplanques et al. 2020), at a thirtieth of the latter's size. All rows of a frame go
/// into one convolution, so that no filter has to find the same pattern at every pitch; three residual blocks see 0.7 s
/// together; attentive statistics keep how much a channel varies, which is what emotion does to a voice, and their
/// weights fit any number of frames. Shapes are those of <c>speech128</c>.
/// </summary>
public sealed record Tdnn : Architecture
{
    private const int Squeeze = 8, Hidden = 64;

    /// <summary>Channels of all convolutions, a multiple of 8.</summary>
    public int Channels { get; init; } = 96;

    /// <summary>Residual blocks; the n-th has a dilation of n.</summary>
    public int Blocks { get; init; } = 3;

    /// <summary>Share of the pooled values dropped while training, 0 up to below 1.</summary>
    public double Dropout { get; init; } = 0.3;

    private protected override Module<Tensor, Tensor> Assemble(IReadOnlyList<int> input, int classes)
    {
        OptionCheck.Refuse(
            "tdnn", OptionCheck.Count("channels", Channels), OptionCheck.Layers("blocks", Blocks),
            Channels % Squeeze == 0 ? null : $"channels of {Channels} (a multiple of {Squeeze})",
            OptionCheck.Share("dropout", Dropout));
        var (rows, frames) = Reading.Sequence(input, classes, smallest: 2);
        var layers = new List<(string, Module<Tensor, Tensor>)>
        {
            ("image", new Shaped(1, rows, frames)),                             // [batch, 1, 128, 160]
            ("scale", BatchNorm2d(1)),                                          // one mean and deviation for all bands
            ("input", new Shaped(rows, frames)),                                // [batch, 128, 160]
            ("conv", Conv1d(rows, Channels, 5, 2, 2, bias: false)),             // [batch, 96, 80]
            ("norm", BatchNorm1d(Channels)),
            ("relu", ReLU(inplace: true)),
        };
        layers.AddRange(Enumerable.Range(1, Blocks).Select(n =>
            ($"block{n}", (Module<Tensor, Tensor>)new ResidualBlock(Channels, n)))); // [batch, 96, 80]
        layers.AddRange([
            ("pool", new StatisticsPooling(Channels, Hidden)),                  // [batch, 192]
            ("several", new SeveralExamples()),
            ("pooled", BatchNorm1d(2 * Channels)),
            ("dropout", nn.Dropout(Dropout)),
            ("fc", Linear(2 * Channels, classes)),                              // [batch, class]
        ]);
        return Sequential(layers);
    }
}
