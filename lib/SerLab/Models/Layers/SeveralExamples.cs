using SerLab.Files;
using static TorchSharp.torch;

namespace SerLab.Models.Layers;

/// <summary>
/// Gives its input on, but refuses a batch of one while training: a batch normalisation behind it that has one value an
/// example would take the variance of one number.
/// </summary>
internal sealed class SeveralExamples() : nn.Module<Tensor, Tensor>(nameof(SeveralExamples))
{
    /// <summary>[batch, …] to the same.</summary>
    /// <exception cref="SerLabException">The batch has one example.</exception>
    public override Tensor forward(Tensor input) => training && input.size(0) == 1
        ? throw new SerLabException(
            "Batch normalisation cannot take statistics of one example.",
            "Use a batch of at least 2, and at least 2 training examples.")
        : input.alias();
}
