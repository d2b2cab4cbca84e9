using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Means of so many windows of equal share of [batch, channel, row, column].</summary>
public sealed class AdaptiveAvgPool2d : Module<Tensor, Tensor>
{
    internal AdaptiveAvgPool2d(long[] size) : base(nameof(AdaptiveAvgPool2d)) =>
        output_size = size;

    /// <summary>How many windows down and across.</summary>
    public long[] output_size { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => functional.adaptive_avg_pool2d(input, output_size);
}
