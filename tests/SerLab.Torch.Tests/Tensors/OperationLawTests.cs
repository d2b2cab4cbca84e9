using FsCheck;
using FsCheck.Fluent;
using TorchSharp;
using static TorchSharp.torch;

namespace SerLab.Torch.Tests.Tensors;

[Trait("Kind", "law")]
public sealed class OperationLawTests
{
    private static readonly Gen<(long Rows, long Columns, int Seed)> Matrices =
        from rows in Gen.Choose(1, 7)
        from columns in Gen.Choose(1, 7)
        from seed in Gen.Choose(0, 9999)
        select ((long)rows, (long)columns, seed);

    private static void ForAll(Func<Tensor, bool> law)
    {
        Prop.ForAll(Matrices.ToArbitrary(), size =>
        {
            using var scope = NewDisposeScope();
            using var source = new Generator((ulong)size.Seed);
            return law(randn(size.Rows, size.Columns, generator: source));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Transposing_twice_changes_nothing() =>
        ForAll(x => x.t().t().Equals(x) && x.transpose(0, 1).Equals(x.t()));

    [Fact]
    public void Rows_broadcast_as_their_copies_do() => ForAll(x =>
        (x + x[0]).Equals(x + x[0].unsqueeze(0).expand(x.shape)) && (x * 2).Equals(x + x) && (1 - x).Equals(-(x - 1)));

    [Fact]
    public void Operators_and_methods_agree() => ForAll(x =>
        (x / 3).Equals(x.div(3)) && (3.0 * x).Equals(x.mul(3)) && (x - x[0]).Equals(x.sub(x[0]))
        && (x > 0).Equals(x.gt(0)) && (x <= 0).Equals((x > 0).logical_not()) && (0 < x).Equals(x > 0)
        && (x == x.clone()).all().ToBoolean() && !(x != x.clone()).any().ToBoolean());

    [Fact]
    public void In_place_operations_do_what_the_others_do() => ForAll(x =>
        x.clone().add_(1).Equals(x + 1) && x.clone().mul_(x).Equals(x * x)
        && x.clone().abs_().sqrt_().Equals(x.abs().sqrt())
        && x.clone().clamp_(-1, 1).Equals(x.clamp(-1, 1)) && x.clone().zero_().Equals(zeros_like(x)));

    [Fact]
    public void Reductions_agree_with_each_other() => ForAll(x =>
        x.sum().allclose(x.sum(0L).sum(), 1e-4, 1e-5) && x.mean([0, 1]).allclose(x.mean(), 1e-4, 1e-5)
        && x.amax(0, 1).Equals(x.max()) && x.max(1).values.Equals(x.amax([1], false))
        && x.argmax(1).Equals(x.max(1).indexes) && x.gather(1, x.argmin(1).unsqueeze(1)).squeeze(1).Equals(x.amin(1))
        && x.std(0, unbiased: false).pow(2).allclose(x.var(0, unbiased: false), 1e-4, 1e-5));

    [Fact]
    public void Sorting_orders_and_says_where_from() => ForAll(x =>
    {
        var (values, indices) = x.sort(1, descending: true);
        return values.Equals(x.gather(1, indices)) && values[TensorIndex.Colon, 0].Equals(x.amax(1))
            && x.topk((int)x.shape[1]).values.Equals(values);
    });

    [Fact]
    public void Shapes_change_and_change_back() => ForAll(x =>
        x.reshape(-1).view(x.shape).Equals(x) && x.unsqueeze(1).squeeze(1).Equals(x)
        && x.flip(0, 1).flip(0, 1).Equals(x) && x.roll(3, 1).roll(-3, 1).Equals(x)
        && cat([.. x.split(2)], 0).Equals(x) && stack(x.unbind()).Equals(x) && x.permute(1, 0).Equals(x.t())
        && x.repeat(2, 1).chunk(2)[1].Equals(x) && x.flatten().numel() == x.numel());

    [Fact]
    public void Products_agree_with_each_other() => ForAll(x =>
        x.mm(x.t()).allclose(einsum("ij,kj->ik", x, x), 1e-4, 1e-5)
        && x.matmul(x[0]).allclose((x * x[0]).sum(1), 1e-4, 1e-5)
        && x.unsqueeze(0).bmm(x.t().unsqueeze(0))[0].allclose(x.mm(x.t()), 1e-4, 1e-5)
        && x[0].outer(x[0]).diag().allclose(x[0].square(), 1e-4, 1e-6)
        && x[0].dot(x[0]).allclose(x[0].norm().pow(2), 1e-4, 1e-5));

    [Fact]
    public void Conditions_choose() => ForAll(x =>
        where(x > 0, x, zeros_like(x)).Equals(x.relu()) && x.masked_fill(x < 0, 0).Equals(x.relu())
        && x[x > 0].Equals(x.masked_select(x > 0)) && x.nan_to_num().Equals(x)
        && !(x / 0).isfinite().any().ToBoolean() && (x * float.NaN).isnan().all().ToBoolean());

    [Fact]
    public void Softmax_sums_to_one_and_its_logarithm_is_log_softmax() => ForAll(x =>
        x.softmax(1).sum(1).allclose(ones(x.shape[0]))
        && x.softmax(1).log().allclose(nn.functional.log_softmax(x, 1), 1e-4, 1e-5));

    [Fact]
    public void The_gradient_of_a_product_is_the_other_factor() => ForAll(x =>
    {
        var leaf = x.clone().requires_grad_();
        (leaf * x * 3).sum().backward();
        var by = autograd.grad([(leaf * x * 3).sum()], [leaf]);
        return leaf.grad!.allclose(x * 3) && by[0].allclose(x * 3);
    });
}

