using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The mean of each window of [batch, channel, frame].</summary>
public sealed class AvgPool1d : Module<Tensor, Tensor>
{
    internal AvgPool1d(long kernel, long? stride, long padding, bool ceil, bool count) : base(nameof(AvgPool1d)) =>
        (kernel_size, this.stride, this.padding, ceil_mode, count_include_pad) = (kernel, stride, padding, ceil, count);

    /// <summary>The length of a window.</summary>
    public long kernel_size { get; set; }

    /// <summary>How far windows are apart; null: kernel_size.</summary>
    public long? stride { get; set; }

    /// <summary>How many zeros lie at each end.</summary>
    public long? padding { get; set; }

    /// <summary>Whether a last, shorter window counts.</summary>
    public bool ceil_mode { get; set; }

    /// <summary>Whether the padding counts in the mean.</summary>
    public bool count_include_pad { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) =>
        functional.avg_pool1d(input, kernel_size, stride, padding, ceil_mode, count_include_pad);
}
