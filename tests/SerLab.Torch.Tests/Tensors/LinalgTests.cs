using static TorchSharp.torch;

namespace SerLab.Torch.Tests.Tensors;

[Trait("Kind", "law")]
public sealed class LinalgTests
{
    [Theory]
    [InlineData(5, 3)]
    [InlineData(3, 5)]
    [InlineData(4, 4)]
    public void A_matrix_is_the_product_of_its_singular_parts(int rows, int columns)
    {
        using var scope = NewDisposeScope();
        var least = Math.Min(rows, columns);
        var matrix = rand(rows, columns, dtype: ScalarType.Float64);
        foreach (var isFull in new[] { true, false })
        {
            var (u, s, vh) = linalg.svd(matrix, isFull);
            Assert.Equal([rows, isFull ? rows : least], u.shape);
            Assert.Equal([isFull ? columns : least, columns], vh.shape);
            Assert.True(matrix.allclose(u.slice(1, 0, least, 1).mul(s).mm(vh.slice(0, 0, least, 1))));
            Assert.True(u.t().mm(u).allclose(eye(u.shape[1], dtype: ScalarType.Float64)));
            var values = s.data<double>().ToArray();
            Assert.Equal(values.OrderDescending(), values);
        }
    }
}
