using TorchSharp;
using static TorchSharp.torch;

namespace SerLab.Torch.Tests.Tensors;

[Trait("Kind", "law")]
public sealed class DataTests
{
    [Fact]
    public void Arrays_go_in_and_come_out()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([1f, 2], tensor(new float[] { 1, 2 }).data<float>().ToArray());
        Assert.Equal([1L, 0], tensor(new[] { 1, 0 }, int64).data<long>().ToArray());
        Assert.Equal([true, false], tensor(new List<bool> { true, false }).data<bool>().ToArray());
        Assert.Equal([2L, 3], tensor(new double[6], [2, 3]).shape);
        Assert.Equal(float64, tensor(1.0).dtype);
        Assert.Equal([2L, 2, 1], from_array(new int[2, 2, 1]).shape);
        Assert.Equal(5f, tensor(new float[,,] { { { 4, 5 } } })[0, 0, 1].ToSingle());
        Assert.Equal(0, tensor(Array.Empty<float>()).numel());
    }

    [Fact]
    public void A_view_is_read_in_the_order_of_its_indices_and_written_through()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new float[,] { { 1, 2 }, { 3, 4 } });
        using var turned = x.t().data<float>();
        Assert.Equal([1f, 3, 2, 4], turned.ToArray());
        turned[1, 0] = 9;
        Assert.Equal([1f, 9, 3, 4], x.data<float>().ToArray());
        using var straight = x.data<float>();
        straight.CopyFrom([5f, 6], 0, 2);
        var part = new float[3];
        straight.CopyTo(part, 1, 2);
        Assert.Equal([0f, 5, 6], part);
        Assert.Throws<IndexOutOfRangeException>(() => straight[2, 0]);
        Assert.Equal(4, straight.Count);
    }

    [Fact]
    public void Numbers_come_out_as_they_are_asked_for()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(2.5f, tensor(2.5).ToSingle());
        Assert.Equal(2, tensor(2.5f).ToInt32());
        Assert.Equal(7L, (long)tensor(7));
        Assert.True((bool)tensor(3));
        Assert.Equal(1.5, tensor(1.5f).to(float16).ToDouble());
        Assert.Equal(3, ones(3).sum().item<float>());
        Assert.Equal("[2x3], type = Float32, device = cpu", ones(2, 3).ToString());
    }

    [Fact]
    public void Factories_make_what_they_say()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([0L, 1, 2], arange(3).data<long>().ToArray());
        Assert.Equal([1f, 1.5f], arange(1, 2, 0.5).data<float>().ToArray());
        Assert.Equal([0f, 0.5f, 1], linspace(0, 1, 3).data<float>().ToArray());
        Assert.Equal([1f, 0, 0, 1], eye(2).data<float>().ToArray());
        Assert.Equal(int64, full(2, 2, 7).dtype);
        Assert.Equal(float64, full([2], 7, float64).dtype);
        Assert.Equal(int64, ones_like(arange(3)).dtype);
        Assert.Equal([0L, 1, 2, 3], randperm(4).sort().Values.data<long>().ToArray());
        Assert.InRange(randint(3, 5, [100]).max().ToInt64(), 3, 4);
        Assert.True(zeros(2, requires_grad: true).requires_grad);
        Assert.True(complex(ones(2), zeros(2)).real.Equals(ones(2)));
        Assert.Equal(complex64, complex(ones(2), zeros(2)).dtype);
    }

    [Fact]
    public void Devices_have_names()
    {
        Assert.Equal("cuda:1", new Device("cuda:1").ToString());
        Assert.Equal("cpu", CPU.ToString());
        Assert.Throws<ArgumentException>(() => new Device("abacus"));
        Assert.True(get_num_threads() >= 1);
        Assert.Matches(@"^\d+\.\d+", __version__);
        Assert.Equal(cuda.is_available(), cuda.device_count() > 0);
    }
}
