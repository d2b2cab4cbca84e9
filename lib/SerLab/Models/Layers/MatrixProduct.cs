using static TorchSharp.torch;

namespace SerLab.Models.Layers;

/// <summary>The product of two matrices in each example, as a module so that it can be counted.</summary>
internal sealed class MatrixProduct() : nn.Module<Tensor, Tensor, Tensor>(nameof(MatrixProduct))
{
    public override Tensor forward(Tensor left, Tensor right) => left.matmul(right);
}
