using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SerLab.Torch.Tests.NN;

[Trait("Kind", "law")]
public sealed class ModuleTests
{
    private sealed class Net : nn.Module<Tensor, Tensor>
    {
        private readonly Conv1d conv = nn.Conv1d(1, 2, 3);
        private readonly Sequential tail = nn.Sequential(("norm", nn.BatchNorm1d(2)), ("drop", nn.Dropout(0.5)));
        private readonly Parameter scale = nn.Parameter(ones(1));
        private readonly Tensor offset = zeros(1);

        public Net() : base(nameof(Net)) => RegisterComponents();

        public override Tensor forward(Tensor input)
        {
            using var hidden = conv.call(input);
            using var normal = tail.call(hidden);
            return normal * scale + offset;
        }
    }

    [Fact]
    public void Fields_are_parts_by_their_names()
    {
        using var net = new Net();
        Assert.Equal(["scale", "conv.weight", "conv.bias", "tail.norm.weight", "tail.norm.bias"],
            net.named_parameters().Select(p => p.name));
        Assert.Equal(["offset", "tail.norm.running_mean", "tail.norm.running_var", "tail.norm.num_batches_tracked"],
            net.named_buffers().Select(b => b.name));
        Assert.Equal(["conv", "tail", "tail.norm", "tail.drop"], net.named_modules().Select(m => m.name));
        Assert.Equal(9, net.state_dict().Count);
        Assert.NotNull(net.get_parameter("conv.weight"));
        Assert.Null(net.get_buffer("conv.weight"));
    }

    [Fact]
    public void A_state_goes_from_one_network_to_another_or_says_what_is_missing()
    {
        using var scope = NewDisposeScope();
        using Net first = new(), second = new();
        second.load_state_dict(first.state_dict());
        first.eval();
        second.eval();
        var x = randn(2, 1, 9);
        Assert.True(first.call(x).Equals(second.call(x)));
        var part = first.state_dict();
        part.Remove("scale");
        part["other"] = ones(1);
        var e = Assert.Throws<InvalidOperationException>(() => second.load_state_dict(part));
        Assert.Contains("scale", e.Message, StringComparison.Ordinal);
        var (missing, unexpected) = second.load_state_dict(part, strict: false);
        Assert.Equal(["scale"], missing);
        Assert.Equal(["other"], unexpected);
    }

    [Fact]
    public void Training_and_evaluation_reach_every_part()
    {
        using var scope = NewDisposeScope();
        using var net = new Net();
        net.eval();
        Assert.All(net.modules(), module => Assert.False(module.training));
        var x = randn(2, 1, 9);
        Assert.True(net.call(x).Equals(net.call(x)));
        net.train();
        Assert.False(net.call(x).Equals(net.call(x)));
        Assert.Equal(2, net.get_buffer("tail.norm.num_batches_tracked")!.ToInt64());
    }

    [Fact]
    public void A_network_changes_its_type_in_place()
    {
        using var scope = NewDisposeScope();
        using var net = new Net();
        using var optimiser = optim.Adam(net.parameters(), 0.1);
        net.call(randn(2, 1, 9)).sum().backward();
        net.to(float64);
        Assert.All(net.parameters(), p => Assert.Equal((float64, true), (p.dtype, p.requires_grad)));
        Assert.Equal(float64, net.get_parameter("scale")!.grad!.dtype);
        Assert.Equal(int64, net.get_buffer("tail.norm.num_batches_tracked")!.dtype);
        Assert.Equal(float64, net.call(randn(2, 1, 9, float64)).dtype);
        Assert.Same(net, net.to(CPU));
        Assert.Throws<ArgumentException>(() => net.to(int64));
    }

    [Fact]
    public void Hooks_see_and_change_what_passes()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Linear(2, 3);
        var seen = new List<long[]>();
        var look = layer.register_forward_hook((_, input, output) =>
        {
            seen.Add([.. input.shape, .. output.shape]);
            return output * 0;
        });
        Assert.Equal(0f, layer.call(ones(4, 2)).abs().sum().ToSingle());
        Assert.Equal([4L, 2, 4, 3], Assert.Single(seen));
        look.remove();
        Assert.NotEqual(0f, layer.call(ones(4, 2)).abs().sum().ToSingle());
        Assert.Single(seen);
    }

    [Fact]
    public void Names_are_taken_once()
    {
        using var net = new Net();
        Assert.Throws<InvalidOperationException>(() => net.register_module("conv", nn.Identity()));
        Assert.Throws<ArgumentException>(() => net.register_module("a.b", nn.Identity()));
        Assert.Throws<InvalidOperationException>(() => net.register_buffer("offset", ones(1)));
    }

    [Fact]
    public void First_weights_are_spread_as_PyTorch_spreads_them()
    {
        using var scope = NewDisposeScope();
        var bound = 1 / Math.Sqrt(400);
        using var layer = nn.Linear(400, 500);
        Assert.InRange(layer.weight.abs().max().ToDouble(), 0.99 * bound, bound);
        Assert.InRange(layer.weight.std().ToDouble(), 0.99 * bound / Math.Sqrt(3), 1.01 * bound / Math.Sqrt(3));
        Assert.InRange(layer.bias!.abs().max().ToDouble(), 0.95 * bound, bound);
        var weight = empty(200, 300);
        var xavier = nn.init.xavier_normal_(weight).std().ToDouble();
        Assert.InRange(xavier, 0.98 * Math.Sqrt(2.0 / 500), 1.02 * Math.Sqrt(2.0 / 500));
        Assert.InRange(nn.init.kaiming_normal_(weight, nonlinearity: nn.init.NonlinearityType.ReLU).std().ToDouble(),
            0.98 * Math.Sqrt(2.0 / 300), 1.02 * Math.Sqrt(2.0 / 300));
    }

    [Fact]
    public void Gradients_are_clipped_to_a_common_norm()
    {
        using var scope = NewDisposeScope();
        Parameter[] weights = [nn.Parameter(ones(3)), nn.Parameter(ones(4))];
        (weights[0].sum() * 3 + weights[1].sum() * 3).backward();
        Assert.Equal(3 * Math.Sqrt(7), nn.utils.clip_grad_norm_(weights, 1), 1e-4);
        Assert.Equal(1, Math.Sqrt(weights.Sum(w => w.grad!.square().sum().ToDouble())), 1e-4);
    }
}
