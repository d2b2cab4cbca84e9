using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Means of so many windows of equal share of [batch, channel, frame].</summary>
public sealed class AdaptiveAvgPool1d : Module<Tensor, Tensor>
{
    internal AdaptiveAvgPool1d(long size) : base(nameof(AdaptiveAvgPool1d)) =>
        output_size = size;

    /// <summary>How many windows.</summary>
    public long output_size { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => functional.adaptive_avg_pool1d(input, output_size);
}
