using static TorchSharp.torch;

namespace SerLab.Training;

/// <summary>Remembers the weights and buffers of the best epoch so far.</summary>
internal sealed class BestWeights : IDisposable
{
    /// <summary>The epoch they are of; 0 where there is none yet.</summary>
    public int Epoch { get; private set; }

    /// <summary>By name; empty where there is none yet.</summary>
    public IReadOnlyDictionary<string, Tensor> Weights { get; private set; } = new Dictionary<string, Tensor>();

    /// <summary>Takes copies of <paramref name="weights"/> in place of what it has.</summary>
    public void Take(IReadOnlyDictionary<string, Tensor> weights, int epoch)
    {
        using var graph = no_grad();
        var copies = weights.ToDictionary(w => w.Key, w => w.Value.clone().DetachFromDisposeScope());
        Dispose();
        (Weights, Epoch) = (copies, epoch);
    }

    /// <summary>Puts them into <paramref name="model"/>, where there are any.</summary>
    public void Restore(nn.Module model)
    {
        using var graph = no_grad();
        using var scope = NewDisposeScope();
        foreach (var (name, tensor) in model.state_dict().Where(weight => Weights.ContainsKey(weight.Key)))
        {
            tensor.copy_(Weights[name]);
        }
    }

    public void Dispose()
    {
        foreach (var tensor in Weights.Values)
        {
            tensor.Dispose();
        }
    }
}
