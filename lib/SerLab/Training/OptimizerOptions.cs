using static TorchSharp.torch;

namespace SerLab.Training;

/// <summary>Ways to change weights along their gradients.</summary>
public enum OptimizerKind
{
    /// <summary>Kingma and Ba, 2015; the weight decay is added to the gradient.</summary>
    Adam,

    /// <summary>Adam with decoupled weight decay (Loshchilov and Hutter, 2019).</summary>
    AdamW,

    /// <summary>Gradient descent with momentum.</summary>
    Sgd,
}

/// <summary>What changes the weights; PyTorch's defaults where not said otherwise.</summary>
public sealed record OptimizerOptions
{
    /// <summary>Adam, as in the published projects.</summary>
    public OptimizerKind Kind { get; init; } = OptimizerKind.Adam;

    /// <summary>Share of each weight that is added to its gradient (AdamW: taken off, times the rate), 0 and up.</summary>
    public double WeightDecay { get; init; }

    /// <summary>Share of the last step in this one, 0 up to below 1; only SGD's, 0.9 is ours.</summary>
    public double Momentum { get; init; } = 0.9;

    internal IEnumerable<string> Problems() =>
    [
        .. WeightDecay is >= 0 and <= 1000 ? Array.Empty<string>() : [$"optimizer.weightDecay is {WeightDecay}"],
        .. Momentum is >= 0 and < 1 ? Array.Empty<string>() : [$"optimizer.momentum is {Momentum}"],
    ];

    internal TorchSharp.Modules.OptimizerHelper Create(nn.Module network, double rate) => Kind switch
    {
        OptimizerKind.AdamW => optim.AdamW(network.parameters(), rate, weight_decay: WeightDecay),
        OptimizerKind.Sgd => optim.SGD(network.parameters(), rate, Momentum, weight_decay: WeightDecay),
        _ => optim.Adam(network.parameters(), rate, weight_decay: WeightDecay),
    };
}
