using static TorchSharp.torch;

namespace SerLab.Models.Layers;

/// <summary>Each example in another shape, without a copy: [batch, …] to [batch, …shape].</summary>
internal sealed class Shaped(params int[] shape) : nn.Module<Tensor, Tensor>(nameof(Shaped))
{
    private readonly long[] _shape = [.. shape.Select(length => (long)length)];

    public override Tensor forward(Tensor input) => input.reshape([input.size(0), .. _shape]);
}
