using System.Runtime.InteropServices;
using TorchSharp;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace SerLab.Torch.Tests.Interop;

[Trait("Kind", "law")]
public sealed class ErrorTests
{
    [Fact]
    public void A_wrong_shape_is_an_exception_with_libtorchs_own_words()
    {
        using var scope = NewDisposeScope();
        var e = Assert.Throws<ExternalException>(() => ones(2, 3).mm(ones(2, 3)));
        Assert.Contains("mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("frame #", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_type_or_number_is_an_exception()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<ExternalException>(() => ones(3).index_select(0, ones(2)));
        Assert.Throws<ExternalException>(() => ones(3).squeeze(4));
        Assert.Throws<ExternalException>(() => ones(3).view(2, 2));
        Assert.Throws<ExternalException>(() => ones(3)[5]);
        Assert.Throws<ArgumentException>(() => ones(3).data<double>());
        Assert.Throws<ArgumentException>(() => ones(3).item<float>());
        Assert.Throws<ArgumentException>(() => tensor(new float[5], [2, 3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ones(3).size(1));
    }

    [Fact]
    public void The_thread_goes_on_after_an_error()
    {
        using var scope = NewDisposeScope();
        for (var i = 0; i < 3; i++)
        {
            Assert.Throws<ExternalException>(() => ones(2) + ones(3));
            Assert.Equal(4f, (ones(2) + 1).sum().ToSingle());
        }
    }

    [Fact]
    public void An_error_in_the_backward_pass_is_an_exception()
    {
        using var scope = NewDisposeScope();
        var leaf = ones(2, requires_grad: true);
        Assert.Throws<ExternalException>(() => (leaf * 2).backward());
        var loss = (leaf * leaf).sum();
        loss.backward();
        Assert.Throws<ExternalException>(loss.backward);
    }

    [Fact]
    public void An_operator_that_does_not_exist_says_so()
    {
        var e = Assert.Throws<ExternalException>(() => new Op("no_such_operator").Call(1L));
        Assert.Contains("aten::no_such_operator", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_argument_says_so()
    {
        using var one = ones(1);
        var e = Assert.Throws<ExternalException>(() => new Op("add", "Tensor").Call(one));
        Assert.Contains("missing", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_argument_lists_leave_the_stack()
    {
        using var scope = NewDisposeScope();
        var many = Enumerable.Range(0, 2000).Select(i => tensor((float)i)).ToArray();
        Assert.Equal(1999f * 2000 / 2, stack(many).sum().ToSingle());
    }
}
