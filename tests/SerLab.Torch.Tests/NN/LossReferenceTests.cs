using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace SerLab.Torch.Tests.NN;

public sealed class LossReferenceTests
{
    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensor>> Losses = new()
    {
        ["cross_entropy"] = (x, t) => nn.CrossEntropyLoss().call(x, t),
        ["cross_entropy_weighted"] = (x, t) => nn.CrossEntropyLoss(tensor(new float[] { 0.5f, 1, 2 })).call(x, t),
        ["cross_entropy_smoothed"] = (x, t) => F.cross_entropy(x, t, label_smoothing: 0.1),
        ["cross_entropy_each"] = (x, t) => F.cross_entropy(x, t, reduction: nn.Reduction.None),
        ["cross_entropy_ignored"] = (x, t) => nn.CrossEntropyLoss(null, 2).call(x, t),
        ["nll"] = (x, t) => nn.NLLLoss().call(F.log_softmax(x, 1), t),
        ["mse"] = (x, t) => nn.MSELoss().call(x, t),
        ["l1"] = (x, t) => nn.L1Loss(nn.Reduction.Sum).call(x, t),
        ["bce"] = (x, t) => F.binary_cross_entropy_with_logits(x, t),
    };

    public static TheoryData<string> Names => [.. Losses.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Kind", "reference")]
    public void A_loss_is_what_PyTorch_says(string name)
    {
        using var scope = NewDisposeScope();
        var expected = Reference.Load("losses", name);
        var scores = expected["input"].Tensor.requires_grad_();
        var target = expected["target"].Tensor;
        if (target.Dimensions == 1) target = target.to(int64);
        var loss = Losses[name](scores, target);
        Reference.Close(expected["output"].Tensor, loss);
        loss.sum().backward();
        Reference.Close(expected["input_grad"].Tensor, scores.grad);
    }
}
