using SerLab.Models.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SerLab.Models;

/// <summary>
/// The CNN+LSTM of P4, of unpublished size: the network of P1 (<see cref="CnnLstmAttention"/>) without its attention,
/// so that the two show what attention brings.
/// </summary>
public sealed record CnnLstm : Architecture
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
            "cnn-lstm", OptionCheck.Count("filters1", Filters1), OptionCheck.Count("filters2", Filters2),
            OptionCheck.Count("hidden", Hidden), OptionCheck.Layers("layers", Layers),
            OptionCheck.Share("dropout", Dropout));
        var (rows, frames) = Reading.Sequence(input, classes, smallest: 2);
        var cnn = Sequential(
            ("input", new Shaped(rows, frames)),                   // [batch, row, frame]
            ("conv1", Conv1d(rows, Filters1, 3, 1, 1)),            // [batch, 64, frame]
            ("norm1", BatchNorm1d(Filters1)),
            ("relu1", ReLU(inplace: true)),
            ("conv2", Conv1d(Filters1, Filters2, 3, 1, 1)),        // [batch, 128, frame]
            ("norm2", BatchNorm1d(Filters2)),
            ("relu2", ReLU(inplace: true)),
            ("pool", MaxPool1d(2)));                               // [batch, 128, frame / 2]
        return new RecurrentNetwork(
            cnn,
            LSTM(Filters2, Hidden, Layers, dropout: Dropout, bidirectional: true), // [frame / 2, batch, 256]
            new LastState(),                                       // [batch, 256]
            nn.Dropout(Dropout),
            Linear(2 * Hidden, classes),                           // [batch, class]
            directions: 2);
    }
}
