using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SerLab.Models.Layers;

/// <summary>
/// One layer of the encoder of Vaswani et al. (2017): self-attention, then two linear layers at each frame; what goes
/// in is added after each of the two, and the sum normalised. Weights are named as in PyTorch's
/// <c>TransformerEncoderLayer</c>.
/// </summary>
internal sealed class EncoderLayer : nn.Module<Tensor, Tensor>
{
    private readonly SelfAttention self_attn;
    private readonly Linear linear1, linear2;
    private readonly LayerNorm norm1, norm2;
    private readonly Dropout dropout;

    public EncoderLayer(int width, int heads, int hidden, double dropoutShare) : base(nameof(EncoderLayer))
    {
        self_attn = new SelfAttention(width, heads, dropoutShare);
        (linear1, linear2) = (nn.Linear(width, hidden), nn.Linear(hidden, width));
        (norm1, norm2, dropout) = (nn.LayerNorm(width), nn.LayerNorm(width), nn.Dropout(dropoutShare));
        RegisterComponents();
    }

    /// <summary>[batch, frame, width] to [batch, frame, width].</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var attended = norm1.call(input + dropout.call(self_attn.call(input)));
        var hidden = dropout.call(linear1.call(attended).relu_());                     // [batch, frame, hidden]
        return norm2.call(attended + dropout.call(linear2.call(hidden))).MoveToOuterDisposeScope();
    }
}
