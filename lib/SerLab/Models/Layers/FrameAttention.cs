using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SerLab.Models.Layers;

/// <summary>
/// Feed-forward attention (Raffel and Ellis 2015): each output is weighed by the softmax of tanh(w · output + b); the
/// result is their sum. The last state is not used.
/// </summary>
internal sealed class FrameAttention : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly Linear score;
    private readonly MatrixProduct sum = new();

    public FrameAttention(int units) : base(nameof(FrameAttention))
    {
        score = nn.Linear(units, 1);
        RegisterComponents();
    }

    /// <summary>Outputs [frame, batch, unit] to [batch, unit].</summary>
    public override Tensor forward(Tensor outputs, Tensor state)
    {
        using var scope = NewDisposeScope();
        var shares = score.call(outputs).tanh().softmax(0);                          // [frame, batch, 1]
        var context = sum.call(shares.permute(1, 2, 0), outputs.transpose(0, 1));    // [batch, 1, unit]
        return context.squeeze(1).MoveToOuterDisposeScope();
    }
}
