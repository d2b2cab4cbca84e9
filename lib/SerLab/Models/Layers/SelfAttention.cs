using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SerLab.Models.Layers;

/// <summary>
/// Multi-head self-attention (Vaswani et al. 2017): weights, their names and their first values are those of
/// PyTorch's <c>MultiheadAttention</c>.
/// </summary>
internal sealed class SelfAttention : nn.Module<Tensor, Tensor>
{
    private readonly Parameter in_proj_weight, in_proj_bias; // queries, keys and values one under the other
    private readonly Linear out_proj;
    private readonly MatrixProduct score = new(), sum = new();
    private readonly Dropout dropout;
    private readonly int _heads;

    /// <summary>Multiply-adds of the projection of one frame to queries, keys and values.</summary>
    public long ProjectionSize => in_proj_weight.numel();

    public SelfAttention(int width, int heads, double dropoutShare) : base(nameof(SelfAttention))
    {
        (in_proj_weight, in_proj_bias) = (nn.Parameter(empty(3 * width, width)), nn.Parameter(zeros(3 * width)));
        nn.init.xavier_uniform_(in_proj_weight);
        (out_proj, dropout, _heads) = (nn.Linear(width, width), nn.Dropout(dropoutShare), heads);
        nn.init.zeros_(out_proj.bias!);
        RegisterComponents();
    }

    /// <summary>[batch, frame, width] to [batch, frame, width].</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var (batch, frames, width) = (input.size(0), input.size(1), input.size(2));
        var parts = nn.functional.linear(input, in_proj_weight, in_proj_bias)
            .reshape(batch, frames, 3, _heads, width / _heads)
            .permute(2, 0, 3, 1, 4)
            .unbind(0);                                                             // [batch, head, frame, unit] each
        var (queries, keys, values) = (parts[0] / Math.Sqrt(width / _heads), parts[1], parts[2]);
        var shares = score.call(queries, keys.transpose(2, 3)).softmax(3);          // [batch, head, frame, frame]
        var heads = sum.call(dropout.call(shares), values);                         // [batch, head, frame, unit]
        return out_proj.call(heads.transpose(1, 2).flatten(2)).MoveToOuterDisposeScope();
    }
}
