using static TorchSharp.torch;

namespace SerLab.Models.Layers;

/// <summary>
/// Attention with the dot score of Luong et al. (2015): each output is weighed by the softmax of its product with the
/// last state; their sum, the context, is joined to that state. It has no weights of its own.
/// </summary>
internal sealed class LuongAttention : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly MatrixProduct score = new(), sum = new();

    public LuongAttention() : base(nameof(LuongAttention)) => RegisterComponents();

    /// <summary>Outputs [frame, batch, unit] and last state [batch, unit] to [batch, 2 · unit].</summary>
    public override Tensor forward(Tensor outputs, Tensor state)
    {
        using var scope = NewDisposeScope();
        var values = outputs.transpose(0, 1);                               // [batch, frame, unit]
        var shares = score.call(values, state.unsqueeze(2)).softmax(1);     // [batch, frame, 1]
        var context = sum.call(shares.transpose(1, 2), values).squeeze(1);  // [batch, unit]
        return cat([context, state], 1).MoveToOuterDisposeScope();
    }
}
