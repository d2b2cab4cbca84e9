using SerLab.Models.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SerLab.Models;

/// <summary>
/// The CNN-BiLSTM-attention of P3: two blocks of convolution and pooling, a bidirectional LSTM, feed-forward attention
/// over its outputs, and a linear layer. P3 reads one vector of means, whose values then stand in for frames; over
/// frames it is what its name says. P3 publishes no sizes: all are ours.
/// </summary>
public sealed record CnnBilstmAttention : Architecture
{
    /// <summary>Filters of the first convolution.</summary>
    public int Filters1 { get; init; } = 64;

    /// <summary>Filters of the second convolution.</summary>
    public int Filters2 { get; init; } = 128;

    /// <summary>Units of each layer of the LSTM, in each direction.</summary>
    public int Hidden { get; init; } = 128;

    /// <summary>Layers of the LSTM.</summary>
    public int Layers { get; init; } = 1;

    /// <summary>Share of units dropped between layers and before the linear layer, 0 up to below 1.</summary>
    public double Dropout { get; init; } = 0.3;

    private protected override Module<Tensor, Tensor> Assemble(IReadOnlyList<int> input, int classes)
    {
        OptionCheck.Refuse(
            "cnn-bilstm-attention", OptionCheck.Count("filters1", Filters1), OptionCheck.Count("filters2", Filters2),
            OptionCheck.Count("hidden", Hidden), OptionCheck.Layers("layers", Layers),
            OptionCheck.Share("dropout", Dropout));
        var (rows, frames) = Reading.Sequence(input, classes, smallest: 4);
        var cnn = Sequential(
            ("input", new Shaped(rows, frames)),                   // [batch, row, frame]; a vector: [batch, 1, value]
            ("conv1", Conv1d(rows, Filters1, 3, 1, 1)),            // [batch, 64, frame]
            ("norm1", BatchNorm1d(Filters1)),
            ("relu1", ReLU(inplace: true)),
            ("pool1", MaxPool1d(2)),                               // halved
            ("conv2", Conv1d(Filters1, Filters2, 3, 1, 1)),        // [batch, 128, frame / 2]
            ("norm2", BatchNorm1d(Filters2)),
            ("relu2", ReLU(inplace: true)),
            ("pool2", MaxPool1d(2)));                              // [batch, 128, frame / 4]
        return new RecurrentNetwork(
            cnn,
            LSTM(Filters2, Hidden, Layers, dropout: Layers > 1 ? Dropout : 0, bidirectional: true), // […, batch, 256]
            new FrameAttention(2 * Hidden),                        // [batch, 256]
            nn.Dropout(Dropout),
            Linear(2 * Hidden, classes),                           // [batch, class]
            directions: 2);
    }
}
