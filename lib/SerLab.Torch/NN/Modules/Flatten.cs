using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Dimensions start_dim to end_dim as one.</summary>
public sealed class Flatten : Module<Tensor, Tensor>
{
    internal Flatten(long start, long end) : base(nameof(Flatten)) =>
        (start_dim, end_dim) = (start, end);

    /// <summary>The first one.</summary>
    public long start_dim { get; set; }

    /// <summary>The last one; negative counts from the end.</summary>
    public long end_dim { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => input.flatten(start_dim, end_dim);
}
