using SerLab.Models.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SerLab.Models;

/// <summary>
/// The network of P1: two convolutions over time, a bidirectional LSTM of two layers, attention of its last state to
/// its outputs, and a linear layer on the 512 values of context and state. P1 does not say which of Luong's scores it
/// uses; it is the dot product here, which needs no weights. Shapes are those of <c>frames187</c>.
/// </summary>
public sealed record CnnLstmAttention : Architecture
{
    /// <summary>Filters of the first convolution.</summary>
    public int Filters1 { get; init; } = 64;

    /// <summary>Filters of the second convolution.</summary>
    public int Filters2 { get; init; } = 128;

    /// <summary>Units of each layer of the LSTM, in each direction.</summary>
    public int Hidden { get; init; } = 128;

    /// <summary>Layers of the LSTM.</summary>
    public int Layers { get; init; } = 2;

    /// <summary>Share of units dropped between layers and before the linear layer, 0 up to below 1.</summary>
    public double Dropout { get; init; } = 0.5;

    private protected override Module<Tensor, Tensor> Assemble(IReadOnlyList<int> input, int classes)
    {
        OptionCheck.Refuse(
            "cnn-lstm-attention", OptionCheck.Count("filters1", Filters1), OptionCheck.Count("filters2", Filters2),
            OptionCheck.Count("hidden", Hidden), OptionCheck.Layers("layers", Layers),
            OptionCheck.Share("dropout", Dropout));
        var (rows, frames) = Reading.Sequence(input, classes, smallest: 2);
        var cnn = Sequential(
            ("input", new Shaped(rows, frames)),                   // [batch, 187, 216]
            ("conv1", Conv1d(rows, Filters1, 3, 1, 1)),            // [batch, 64, 216]
            ("norm1", BatchNorm1d(Filters1)),
            ("relu1", ReLU(inplace: true)),
            ("conv2", Conv1d(Filters1, Filters2, 3, 1, 1)),        // [batch, 128, 216]
            ("norm2", BatchNorm1d(Filters2)),
            ("relu2", ReLU(inplace: true)),
            ("pool", MaxPool1d(2)));                               // [batch, 128, 108]
        return new RecurrentNetwork(
            cnn,
            LSTM(Filters2, Hidden, Layers, dropout: Dropout, bidirectional: true), // [108, batch, 256]
            new LuongAttention(),                                  // [batch, 512]
            nn.Dropout(Dropout),
            Linear(4 * Hidden, classes),                           // [batch, class]
            directions: 2);
    }
}
