namespace SerLab.Training;

/// <summary>How a network does on a set of examples.</summary>
/// <param name="Loss">Mean cross-entropy, in nats.</param>
/// <param name="Accuracy">Share of examples recognised, 0..1.</param>
/// <param name="Uar">Mean recall over the classes that occur, 0..1.</param>
public sealed record Score(double Loss, double Accuracy, double Uar);

/// <summary>Adds batches up to a <see cref="Score"/>.</summary>
internal sealed class ScoreSum(int classes)
{
    private readonly int[] _hits = new int[classes];
    private readonly int[] _support = new int[classes];
    private double _loss;

    public void Add(double meanLoss, ReadOnlySpan<long> truth, ReadOnlySpan<long> predicted)
    {
        _loss += meanLoss * truth.Length;
        for (var i = 0; i < truth.Length; i++)
        {
            _support[truth[i]]++;
            _hits[truth[i]] += truth[i] == predicted[i] ? 1 : 0;
        }
    }

    public Score Mean()
    {
        var count = (double)_support.Sum();
        var recalls = _support.Zip(_hits).Where(c => c.First > 0).Select(c => (double)c.Second / c.First);
        return new Score(_loss / count, _hits.Sum() / count, recalls.DefaultIfEmpty(double.NaN).Average());
    }
}
