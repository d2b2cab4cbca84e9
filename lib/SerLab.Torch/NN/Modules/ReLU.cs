using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Each element, or zero where it is negative.</summary>
public sealed class ReLU : Module<Tensor, Tensor>
{
    internal ReLU(bool inplace) : base(nameof(ReLU)) =>
        this.inplace = inplace;

    /// <summary>Whether the input itself is changed.</summary>
    public bool inplace { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => functional.relu(input, inplace);
}
