using SerLab.Models.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SerLab.Models;

/// <summary>
/// The LSTM of P4: layers of long short-term memory over the frames, and a linear layer on the last state. P4 does not
/// publish its size; two layers of 128 units are ours.
/// </summary>
public sealed record Lstm : Architecture
{
    /// <summary>Units of each layer, in each direction.</summary>
    public int Hidden { get; init; } = 128;

    /// <summary>Layers, one on top of the other.</summary>
    public int Layers { get; init; } = 2;

    /// <summary>Whether each layer also reads the frames backwards.</summary>
    public bool Bidirectional { get; init; }

    /// <summary>Share of units dropped between layers and before the linear layer, 0 up to below 1.</summary>
    public double Dropout { get; init; } = 0.3;

    private protected override Module<Tensor, Tensor> Assemble(IReadOnlyList<int> input, int classes)
    {
        OptionCheck.Refuse("lstm", OptionCheck.Count("hidden", Hidden), OptionCheck.Layers("layers", Layers),
            OptionCheck.Share("dropout", Dropout));
        var (rows, frames) = Reading.Sequence(input, classes);
        var directions = Bidirectional ? 2 : 1;
        return new RecurrentNetwork(
            new Shaped(rows, frames),                                                      // [batch, row, frame]
            LSTM(rows, Hidden, Layers, dropout: Dropout, bidirectional: Bidirectional),    // [frame, batch, unit]
            new LastState(),                                                               // [batch, unit]
            nn.Dropout(Dropout),
            Linear(directions * Hidden, classes),                                          // [batch, class]
            directions);
    }
}
