using static TorchSharp.torch;

namespace SerLab.Models.Layers;

/// <summary>A view with frames before rows: [batch, row, frame] to [batch, frame, row].</summary>
internal sealed class FramesFirst() : nn.Module<Tensor, Tensor>(nameof(FramesFirst))
{
    public override Tensor forward(Tensor input) => input.transpose(1, 2);
}
