using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Exponentials along a dimension, divided by their sum.</summary>
public sealed class Softmax : Module<Tensor, Tensor>
{
    internal Softmax(long dim) : base(nameof(Softmax)) =>
        this.dim = dim;

    /// <summary>The dimension.</summary>
    public long dim { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => input.softmax(dim);
}
