using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SerLab.Models.Layers;

/// <summary>
/// Convolutions over time, an LSTM over what they leave, one vector out of its outputs and last state, dropout and a
/// linear layer.
/// </summary>
internal sealed class RecurrentNetwork : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> cnn;
    private readonly LSTM lstm;
    private readonly nn.Module<Tensor, Tensor, Tensor> attention;
    private readonly Dropout dropout;
    private readonly Linear fc;
    private readonly int _directions;

    /// <param name="cnn">[batch, …input] to [batch, channel, frame].</param>
    /// <param name="lstm">[frame, batch, channel] to [frame, batch, unit].</param>
    /// <param name="attention">[frame, batch, unit] and [batch, unit] to [batch, value].</param>
    /// <param name="dropout">Before the linear layer.</param>
    /// <param name="fc">[batch, value] to [batch, class].</param>
    /// <param name="directions">1, or 2 where the LSTM is bidirectional.</param>
    public RecurrentNetwork(
        nn.Module<Tensor, Tensor> cnn, LSTM lstm, nn.Module<Tensor, Tensor, Tensor> attention, Dropout dropout,
        Linear fc, int directions) : base(nameof(RecurrentNetwork))
    {
        (this.cnn, this.lstm, this.attention, this.dropout, this.fc, _directions) =
            (cnn, lstm, attention, dropout, fc, directions);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var (outputs, states, _) = lstm.call(cnn.call(input).permute(2, 0, 1)); // [layer · direction, batch, hidden]
        var last = states.narrow(0, states.size(0) - _directions, _directions);
        var state = last.transpose(0, 1).flatten(1);                            // [batch, unit], forward units first
        return fc.call(dropout.call(attention.call(outputs, state))).MoveToOuterDisposeScope();
    }
}
