using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The mean of each window of [batch, channel, row, column].</summary>
public sealed class AvgPool2d : Module<Tensor, Tensor>
{
    internal AvgPool2d(long[] kernel, long[]? stride, long[]? padding, bool ceil, bool count, long? divisor)
        : base(nameof(AvgPool2d)) =>
        (kernel_size, this.stride, this.padding, ceil_mode, count_include_pad, divisor_override) =
            (kernel, stride, padding, ceil, count, divisor);

    /// <summary>The size of a window.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>How far windows are apart; null: kernel_size.</summary>
    public long[]? stride { get; set; }

    /// <summary>How many zeros lie around; null: none.</summary>
    public long[]? padding { get; set; }

    /// <summary>Whether a last, smaller window counts.</summary>
    public bool ceil_mode { get; set; }

    /// <summary>Whether the padding counts in the mean.</summary>
    public bool count_include_pad { get; set; }

    /// <summary>What to divide by instead of the window's size.</summary>
    public long? divisor_override { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => functional.avg_pool2d(
        input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);
}
