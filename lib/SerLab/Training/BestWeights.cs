using static TorchSharp.torch;

namespace SerLab.Training;

/// <summary>Remembers the weights and buffers of the best epoch so far.</summary>
internal sealed class BestWeights : IDisposable
{
    private Score? _score;
    private Dictionary<string, Tensor> _weights = [];

    public void Offer(nn.Module model, Score score)
    {
        if (_score is not null && (score.Uar, -score.Loss).CompareTo((_score.Uar, -_score.Loss)) <= 0)
        {
            return;
        }
        Dispose();
        _score = score;
        using var graph = no_grad();
        _weights = model.state_dict().ToDictionary(w => w.Key, w => w.Value.clone().DetachFromDisposeScope());
    }

    public void Restore(nn.Module model)
    {
        using var graph = no_grad();
        foreach (var (name, tensor) in model.state_dict())
        {
            tensor.copy_(_weights[name]);
        }
    }

    public void Dispose()
    {
        foreach (var tensor in _weights.Values)
        {
            tensor.Dispose();
        }
    }
}
