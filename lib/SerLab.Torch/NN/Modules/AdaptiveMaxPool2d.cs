using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The greatest elements of so many windows of equal share of [batch, channel, row, column].</summary>
public sealed class AdaptiveMaxPool2d : Module<Tensor, Tensor>
{
    internal AdaptiveMaxPool2d(long[] size) : base(nameof(AdaptiveMaxPool2d)) =>
        output_size = size;

    /// <summary>How many windows down and across.</summary>
    public long[] output_size { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => functional.adaptive_max_pool2d(input, output_size);
}
