using TorchSharp;
using static TorchSharp.torch;

namespace SerLab.Torch.Tests.Scopes;

[Collection(nameof(Alone))]
[Trait("Kind", "law")]
public sealed class DisposeScopeTests
{
    [Fact]
    public void A_scope_disposes_what_was_made_in_it()
    {
        var before = Tensor.TotalCount;
        Tensor inside;
        using (var scope = NewDisposeScope())
        {
            inside = ones(3) + 1;
            Assert.Equal(2, scope.DisposablesCount);
            Assert.True(scope.Contains(inside));
        }
        Assert.True(inside.IsInvalid);
        Assert.Throws<InvalidOperationException>(() => inside.Handle);
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void A_tensor_moved_out_belongs_to_the_scope_around()
    {
        using var outer = NewDisposeScope();
        Tensor moved;
        using (NewDisposeScope()) moved = ones(3).MoveToOuterDisposeScope();
        Assert.False(moved.IsInvalid);
        Assert.True(outer.Contains(moved));
        outer.Dispose();
        Assert.True(moved.IsInvalid);
    }

    [Fact]
    public void A_detached_tensor_lives_until_it_is_disposed()
    {
        Tensor free;
        using (NewDisposeScope()) free = ones(3).DetachFromDisposeScope();
        Assert.Equal(3f, free.sum().ToSingle());
        free.Dispose();
        free.Dispose();
        Assert.True(free.IsInvalid);
    }

    [Fact]
    public void Everything_but_some_goes_and_the_scope_stays_open()
    {
        using var scope = NewDisposeScope();
        Tensor kept = ones(2), gone = ones(2);
        scope.DisposeEverythingBut(kept);
        Assert.False(kept.IsInvalid);
        Assert.True(gone.IsInvalid);
        Assert.Same(kept, Assert.Single(scope.DisposablesView));
    }

    [Fact]
    public void A_scope_may_end_before_the_one_inside_it()
    {
        var outer = NewDisposeScope();
        using var inner = NewDisposeScope();
        var tensor = ones(2);
        outer.Dispose();
        Assert.Same(inner, CurrentDisposeScope);
        Assert.False(tensor.IsInvalid);
        Assert.Throws<ObjectDisposedException>(() => outer.DisposablesCount);
        inner.Dispose();
        Assert.Null(CurrentDisposeScope);
    }

    [Fact]
    public void A_module_made_in_a_scope_outlives_it()
    {
        nn.Module<Tensor, Tensor> layer;
        using (NewDisposeScope()) layer = nn.Sequential(nn.Linear(2, 2), nn.BatchNorm1d(2));
        Assert.All(layer.parameters(), p => Assert.False(p.IsInvalid));
        Assert.All(layer.buffers(), b => Assert.False(b.IsInvalid));
        var parameter = layer.parameters().First();
        layer.Dispose();
        Assert.True(parameter.IsInvalid);
    }

    [Fact]
    public void A_scope_is_its_own_threads()
    {
        using var scope = NewDisposeScope();
        Tensor? made = null;
        Elsewhere(() => made = ones(2));
        Assert.Equal(0, scope.DisposablesCount);
        made!.Dispose();
    }

    [Fact]
    public void A_scope_that_ends_on_another_thread_has_ended_on_its_own_too()
    {
        using var outer = NewDisposeScope();
        var scope = NewDisposeScope();
        Elsewhere(scope.Dispose);
        Assert.Same(outer, CurrentDisposeScope);
        var tensor = ones(2);
        Assert.Same(tensor, Assert.Single(outer.DisposablesView));
    }

    private static void Elsewhere(Action work)
    {
        var thread = new Thread(() => work());
        thread.Start();
        thread.Join();
    }

    [Fact]
    public void No_grad_ends_where_it_ends()
    {
        using var scope = NewDisposeScope();
        var leaf = ones(2, requires_grad: true);
        using (no_grad())
        {
            Assert.False(is_grad_enabled());
            Assert.False((leaf * 2).requires_grad);
            using (enable_grad()) Assert.True((leaf * 2).requires_grad);
        }
        Assert.True((leaf * 2).requires_grad);
    }
}
