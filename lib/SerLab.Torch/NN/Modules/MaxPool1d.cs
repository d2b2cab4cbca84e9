using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The greatest element of each window of [batch, channel, frame].</summary>
public sealed class MaxPool1d : Module<Tensor, Tensor>
{
    internal MaxPool1d(long kernel, long? stride, long? padding, long? dilation, bool ceil) : base(nameof(MaxPool1d)) =>
        (kernel_size, this.stride, this.padding, this.dilation, ceil_mode) = (kernel, stride, padding, dilation, ceil);

    /// <summary>The length of a window.</summary>
    public long kernel_size { get; set; }

    /// <summary>How far windows are apart; null: kernel_size.</summary>
    public long? stride { get; set; }

    /// <summary>How much padding lies at each end; null: none.</summary>
    public long? padding { get; set; }

    /// <summary>How far the elements of a window are apart; null: one.</summary>
    public long? dilation { get; set; }

    /// <summary>Whether a last, shorter window counts.</summary>
    public bool ceil_mode { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) =>
        functional.max_pool1d(input, kernel_size, stride, padding, dilation, ceil_mode);
}
