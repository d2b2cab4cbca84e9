using SerLab.Models.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SerLab.Models;

/// <summary>
/// Softmax regression over all values of the features: the least that a network has to beat. Trained with
/// cross-entropy it is scikit-learn's <c>LogisticRegression</c> without its penalty.
/// </summary>
public sealed record SoftmaxRegression : Architecture
{
    private protected override Module<Tensor, Tensor> Assemble(IReadOnlyList<int> input, int classes) => Sequential(
        ("flatten", Flatten()),                                   // [batch, value]
        ("fc", Linear(Reading.Flat(input, classes), classes)));   // [batch, class]
}
