using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SerLab.Training;

/// <summary>
/// All that the rest of a training depends on. Whatever is drawn is drawn from the seed, the epoch and the batch, so no
/// generator's place belongs to it.
/// </summary>
internal sealed class TrainingState(nn.Module<Tensor, Tensor> model, OptimizerHelper optimizer, int classes)
    : IDisposable
{
    public nn.Module<Tensor, Tensor> Model { get; } = model;

    public OptimizerHelper Optimizer { get; } = optimizer;

    public BestWeights Best { get; } = new();

    /// <summary>The epochs that have ended.</summary>
    public List<Epoch> History { get; init; } = [];

    /// <summary>Batches of the running epoch that are done.</summary>
    public int Batches { get; set; }

    /// <summary>What they came to.</summary>
    public ScoreSum Sum { get; set; } = ScoreSum.Empty(classes);

    /// <summary>Time they took.</summary>
    public double Seconds { get; set; }

    /// <summary>The running epoch, from 1.</summary>
    public int Number => History.Count + 1;

    /// <summary>Writes the running epoch into the history and begins the next.</summary>
    public void End(Epoch epoch, Watched watched)
    {
        History.Add(epoch);
        if (History.Best(watched) == epoch)
        {
            Best.Take(Model.state_dict(), epoch.Number);
        }
        (Batches, Sum, Seconds) = (0, ScoreSum.Empty(classes), 0);
    }

    public void Dispose()
    {
        Best.Dispose();
        Optimizer.Dispose();
    }
}
