using TorchSharp;
using static TorchSharp.torch;

namespace SerLab.Torch.Tests.NN;

public sealed class LayerReferenceTests
{
    private static readonly Dictionary<string, Func<nn.Module<Tensor, Tensor>>> Layers = new()
    {
        ["linear"] = () => nn.Linear(5, 3),
        ["linear_no_bias"] = () => nn.Linear(5, 3, false),
        ["conv1d"] = () => nn.Conv1d(4, 6, 3, 2, 1, 2, groups: 2),
        ["conv1d_same"] = () => nn.Conv1d(2, 3, 4, Padding.Same),
        ["conv2d"] = () => nn.Conv2d(2, 4, (3, 5), (1, 2), (1, 2)),
        ["conv2d_reflect"] = () => nn.Conv2d(2, 3, 3, 1, 1, 1, PaddingModes.Reflect),
        ["conv2d_circular"] = () => nn.Conv2d(2, 3, 3, 1, 2, 1, PaddingModes.Circular),
        ["conv_transpose2d"] = () => nn.ConvTranspose2d(3, 2, 3, 2, 1, 1),
        ["batch_norm1d"] = () => nn.BatchNorm1d(3),
        ["batch_norm1d_frames"] = () => nn.BatchNorm1d(3, 1e-5, 0.3),
        ["batch_norm2d"] = () => nn.BatchNorm2d(3, 1e-3),
        ["layer_norm"] = () => nn.LayerNorm([3, 4]),
        ["relu"] = () => nn.ReLU(),
        ["leaky_relu"] = () => nn.LeakyReLU(0.2),
        ["elu"] = () => nn.ELU(1.3),
        ["silu"] = () => nn.SiLU(),
        ["gelu"] = () => nn.GELU(),
        ["sigmoid"] = () => nn.Sigmoid(),
        ["tanh"] = () => nn.Tanh(),
        ["softmax"] = () => nn.Softmax(1),
        ["log_softmax"] = () => nn.LogSoftmax(1),
        ["max_pool1d"] = () => nn.MaxPool1d(3, 2, 1),
        ["max_pool2d"] = () => nn.MaxPool2d(2, ceil_mode: true),
        ["avg_pool1d"] = () => nn.AvgPool1d(3, 2, 1),
        ["avg_pool2d"] = () => nn.AvgPool2d(3, 2, 1, count_include_pad: false),
        ["adaptive_avg_pool1d"] = () => nn.AdaptiveAvgPool1d(3),
        ["adaptive_avg_pool2d"] = () => nn.AdaptiveAvgPool2d((2, 3)),
        ["adaptive_max_pool2d"] = () => nn.AdaptiveMaxPool2d([2, 3]),
        ["flatten"] = () => nn.Flatten(),
        ["sequential"] = () => nn.Sequential(nn.Linear(4, 5), nn.Tanh(), nn.Linear(5, 2)),
    };

    public static TheoryData<string> Names => [.. Layers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Kind", "reference")]
    public void A_layer_computes_what_PyTorch_computes(string name)
    {
        using var scope = NewDisposeScope();
        using var layer = Layers[name]();
        var expected = Reference.Load("layers", name);
        layer.load_state_dict(expected["state"].Tensors);
        var input = expected["input"].Tensor.requires_grad_();
        var output = layer.call(input);
        Reference.Close(expected["output"].Tensor, output);
        (output * expected["weights"].Tensor).sum().backward();
        Reference.Close(expected["input_grad"].Tensor, input.grad, 1e-5);
        var gradients = expected["grads"].Tensors;
        Assert.Equal(gradients.Keys, layer.named_parameters().Select(p => p.name));
        foreach (var (key, p) in layer.named_parameters()) Reference.Close(gradients[key], p.grad, 1e-5);
        var buffers = expected["buffers"].Tensors;
        Assert.Equal(buffers.Keys, layer.named_buffers().Select(b => b.name));
        foreach (var (key, buffer) in layer.named_buffers()) Reference.Close(buffers[key], buffer);
        layer.eval();
        Reference.Close(expected["evaluated"].Tensor, layer.call(input));
    }

    [Theory]
    [InlineData("lstm")]
    [InlineData("lstm_deep")]
    [Trait("Kind", "reference")]
    public void A_recurrent_layer_computes_what_PyTorch_computes(string name)
    {
        using var scope = NewDisposeScope();
        var deep = name == "lstm_deep";
        using var layer = deep ? nn.LSTM(3, 4, 2, true, true, 0, true) : nn.LSTM(3, 4);
        var expected = Reference.Load("layers", name);
        layer.load_state_dict(expected["state"].Tensors);
        var input = expected["input"].Tensor.requires_grad_();
        var (output, state, cell) = layer.call(input);
        Reference.Close(expected["output"].Tensor, output);
        Assert.Equal(deep ? [4L, 2, 4] : [1L, 2, 4], state.shape);
        Assert.Equal(state.shape, cell.shape);
        (output * expected["weights"].Tensor).sum().backward();
        Reference.Close(expected["input_grad"].Tensor, input.grad, 1e-5);
        var gradients = expected["grads"].Tensors;
        foreach (var (key, p) in layer.named_parameters()) Reference.Close(gradients[key], p.grad, 1e-5);
    }
}
