using static TorchSharp.torch;

namespace SerLab.Models.Layers;

/// <summary>Mean and maximum of each channel over all places: [batch, channel, …] to [batch, 2 · channel].</summary>
internal sealed class MeanAndMax() : nn.Module<Tensor, Tensor>(nameof(MeanAndMax))
{
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var places = input.flatten(2); // [batch, channel, place]
        return cat([places.mean([2]), places.amax(2)], 1).MoveToOuterDisposeScope();
    }
}
