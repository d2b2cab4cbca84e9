using TorchSharp;
using static TorchSharp.torch;

namespace SerLab.Torch.Tests.Tensors;

[Trait("Kind", "law")]
public sealed class IndexingTests
{
    private static Tensor Cube() => arange(24).reshape(2, 3, 4);

    [Fact]
    public void Numbers_slices_and_signs_name_a_part()
    {
        using var scope = NewDisposeScope();
        var x = Cube();
        Assert.Equal(23, x[1, 2, 3].ToInt64());
        Assert.Equal(23, x[-1, -1, -1].ToInt64());
        Assert.Equal([12L, 13, 14, 15], x[1, 0].data<long>().ToArray());
        Assert.Equal([2L, 2, 4], x[TensorIndex.Colon, 1..].shape);
        Assert.Equal([2L, 3], x[TensorIndex.Ellipsis, 0].shape);
        Assert.Equal([2L, 1, 3, 4], x[TensorIndex.Colon, TensorIndex.None].shape);
        Assert.Equal([1L, 3, 2], x[..1, TensorIndex.Ellipsis, TensorIndex.Slice(0, 4, 2)].shape);
        Assert.Equal([3L, 7, 11], x[0, TensorIndex.Colon, ^1].data<long>().ToArray());
        Assert.Equal([1L, 2], x[0, 0, 1..^1].data<long>().ToArray());
        Assert.Equal([1L, 2, 3, 4], x[TensorIndex.Bool(true)].shape);
    }

    [Fact]
    public void Tensors_of_numbers_and_masks_name_a_part()
    {
        using var scope = NewDisposeScope();
        var x = Cube();
        var rows = tensor(new long[] { 2, 0 });
        Assert.True(x[TensorIndex.Colon, TensorIndex.Tensor(rows)].Equals(x.index_select(1, rows)));
        Assert.Equal([8L, 0], x[0, TensorIndex.Tensor(rows), 0].data<long>().ToArray());
        Assert.Equal([20L, 21, 22, 23], x[x > 19].data<long>().ToArray());
        var mask = tensor(new[,] { { true, false, false }, { false, false, true } });
        Assert.True(x[TensorIndex.Tensor(mask), 1..3].Equals(stack([x[0, 0, 1..3], x[1, 2, 1..3]])));
    }

    [Fact]
    public void Parts_can_be_set()
    {
        using var scope = NewDisposeScope();
        var x = Cube();
        x[0, 1, 2] = tensor(100L);
        x[1, TensorIndex.Ellipsis, 1..] = tensor(0L);
        x[x == 5] = tensor(-5L);
        Assert.Equal([0L, 1, 2, 3, 4, -5, 100, 7, 8, 9, 10, 11, 12, 0, 0, 0, 16, 0, 0, 0, 20, 0, 0, 0],
            x.data<long>().ToArray());
        x.index_put_(tensor(1L), TensorIndex.Tensor(tensor(new long[] { 0, 1 })), 0, 0);
        Assert.Equal(2, x[TensorIndex.Colon, 0, 0].sum().ToInt64());
    }

    [Fact]
    public void Gradients_flow_through_a_part()
    {
        using var scope = NewDisposeScope();
        var leaf = ones([3, 4], requires_grad: true);
        leaf[1, 1..3].sum().backward();
        Assert.Equal([0f, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0], leaf.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Scattering_and_windows()
    {
        using var scope = NewDisposeScope();
        var x = zeros(2, 3).scatter_(1, tensor(new long[,] { { 1 }, { 2 } }), ones(2, 1));
        Assert.Equal([0f, 1, 0, 0, 0, 1], x.data<float>().ToArray());
        Assert.Equal(nn.functional.one_hot(tensor(new long[] { 1, 2 }), 3).@float().data<float>().ToArray(),
            x.data<float>().ToArray());
        Assert.Equal([0L, 1, 2, 2, 3, 4], arange(5).unfold(0, 3, 2).data<long>().ToArray());
        Assert.Equal([0L, 1, 3], arange(3).cumsum(0).data<long>().ToArray());
    }
}
