using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A tensor that a module learns: optimisers change it, state dictionaries hold it.</summary>
public class Parameter : Tensor
{
    /// <summary>Takes over a tensor, which is empty afterwards.</summary>
    /// <param name="data">The first values.</param>
    /// <param name="requires_grad">Whether gradients flow to it.</param>
    public Parameter(Tensor data, bool requires_grad = true)
        : base(data.with_requires_grad(requires_grad).Surrender(), register: false) =>
        DisposeScope.Replace(data, this);
}
