using TorchSharp;
using static TorchSharp.torch;

namespace SerLab.Torch.Tests.NN;

/// <summary>The LSTM of the shim beside libtorch's own, which double precision goes to.</summary>
[Trait("Kind", "law")]
public sealed class LstmTests
{
    public static TheoryData<int, int, int, int, int, bool, bool, bool> Sizes => new()
    {
        // frames, batch, incoming, units, layers, bidirectional, batch first, bias
        { 7, 3, 5, 4, 1, false, false, true },
        { 7, 3, 5, 16, 2, true, false, true },
        { 1, 1, 1, 1, 1, true, true, true },
        { 30, 8, 33, 37, 2, true, true, true },
        { 12, 5, 8, 32, 3, false, true, false },
        { 9, 4, 6, 40, 2, true, false, false },
        { 20, 9, 12, 128, 1, true, false, true },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Outputs_states_and_gradients_are_libtorchs(
        int frames, int batch, int incoming, int units, int layers, bool both, bool batchFirst, bool bias)
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        using var single = nn.LSTM(incoming, units, layers, bias, batchFirst, 0, both);
        using var @double = nn.LSTM(incoming, units, layers, bias, batchFirst, 0, both).to(ScalarType.Float64);
        @double.load_state_dict(single.state_dict().ToDictionary(w => w.Key, w => w.Value.to(ScalarType.Float64)));
        var input = randn(batchFirst ? [batch, frames, incoming] : [frames, batch, incoming]);
        var states = randn(2, layers * (both ? 2 : 1), batch, units);
        var ours = Everything(single, input, states);
        var theirs = Everything(@double, input.to(ScalarType.Float64), states.to(ScalarType.Float64));
        Assert.Equal(theirs.Length, ours.Length);
        foreach (var (own, other) in ours.Zip(theirs))
        {
            Assert.Equal(other.shape, own.shape);
            var apart = (own.to(ScalarType.Float64) - other).abs().max().item<double>();
            Assert.InRange(apart / Math.Max(1, other.abs().max().item<double>()), 0, 3e-6);
        }
    }

    [Fact]
    public void Without_gradients_the_outputs_are_the_same_and_one_thread_gives_the_bytes_of_two()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        using var lstm = nn.LSTM(12, 40, 2, bidirectional: true);
        var input = randn(50, 6, 12);
        var (recorded, _, _) = lstm.call(input);
        using (no_grad())
        {
            var (plain, _, _) = lstm.call(input);
            Assert.Equal(recorded.bytes.ToArray(), plain.bytes.ToArray());
        }
        var threads = get_num_threads();
        set_num_threads(1);
        var (alone, _, _) = lstm.call(input);
        set_num_threads(threads);
        Assert.Equal(recorded.bytes.ToArray(), alone.bytes.ToArray());
    }

    [Fact]
    public void Great_and_small_numbers_stay_finite()
    {
        using var scope = NewDisposeScope();
        using var lstm = nn.LSTM(4, 20, 1);
        foreach (var scale in new[] { 1e-30, 1e4, 1e30 })
        {
            var (outputs, _, _) = lstm.call(randn(5, 2, 4) * scale);
            Assert.True(outputs.isfinite().all().item<bool>());
            Assert.InRange(outputs.abs().max().item<float>(), 0, 1);
        }
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused_in_words()
    {
        using var scope = NewDisposeScope();
        using var lstm = nn.LSTM(4, 20, 1);
        Assert.ThrowsAny<Exception>(() => lstm.call(randn(5, 2, 3)));
        Assert.ThrowsAny<Exception>(() => lstm.call(randn(5, 2, 4), (randn(1, 3, 20), randn(1, 3, 20))));
    }

    // Output, last states, and the gradients of all that has one.
    private static Tensor[] Everything(TorchSharp.Modules.LSTM lstm, Tensor input, Tensor states)
    {
        var (x, h, c) = (Leaf(input), Leaf(states[0]), Leaf(states[1]));
        var (outputs, last, cells) = lstm.call(x, (h, c));
        var loss = (outputs * outputs.cos()).sum() + (last * 0.3).sin().sum() + (cells * cells).sum();
        loss.backward();
        return [outputs, last, cells, x.grad!, h.grad!, c.grad!, .. lstm.parameters().Select(weight => weight.grad!)];
    }

    private static Tensor Leaf(Tensor values) => values.clone().detach().requires_grad_(true);
}
