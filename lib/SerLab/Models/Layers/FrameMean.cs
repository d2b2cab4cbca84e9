using static TorchSharp.torch;

namespace SerLab.Models.Layers;

/// <summary>Mean over the frames: [batch, frame, unit] to [batch, unit].</summary>
internal sealed class FrameMean() : nn.Module<Tensor, Tensor>(nameof(FrameMean))
{
    public override Tensor forward(Tensor input) => input.mean([1]);
}
