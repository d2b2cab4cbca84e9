using static TorchSharp.torch;

namespace SerLab.Models.Layers;

/// <summary>No attention: of the outputs [frame, batch, unit] and the last state [batch, unit], the state.</summary>
internal sealed class LastState() : nn.Module<Tensor, Tensor, Tensor>(nameof(LastState))
{
    public override Tensor forward(Tensor outputs, Tensor state) => state.alias();
}
