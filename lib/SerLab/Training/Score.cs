using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace SerLab.Training;

/// <summary>How a network does on a set of examples.</summary>
/// <param name="Loss">Mean loss, in nats; cross-entropy unless training minimises another one.</param>
/// <param name="Accuracy">Share of examples recognised, 0..1.</param>
/// <param name="Uar">Mean recall over the classes that occur, 0..1.</param>
public sealed record Score(double Loss, double Accuracy, double Uar);

/// <summary>Adds batches up to a <see cref="Score"/>.</summary>
/// <param name="Loss">Sum of the losses of all examples so far.</param>
/// <param name="Hits">Examples recognised so far [class].</param>
/// <param name="Support">Examples so far [class].</param>
internal sealed record ScoreSum(double Loss, long[] Hits, long[] Support)
{
    public static ScoreSum Empty(int classes) => new(0, new long[classes], new long[classes]);

    /// <summary>With a batch more.</summary>
    /// <param name="meanLoss">Of the batch.</param>
    /// <param name="truth">True classes [example].</param>
    /// <param name="predicted">Predicted classes [example].</param>
    public ScoreSum With(double meanLoss, Tensor truth, Tensor predicted)
    {
        var (hits, support) = ((long[])Hits.Clone(), (long[])Support.Clone());
        var truths = Numbers(truth.cpu());
        var answers = Numbers(predicted.cpu());
        for (var i = 0; i < truths.Length; i++)
        {
            support[truths[i]]++;
            hits[truths[i]] += truths[i] == answers[i] ? 1 : 0;
        }
        return new ScoreSum(Loss + meanLoss * truths.Length, hits, support);
    }

    public Score Mean()
    {
        var count = (double)Support.Sum();
        var recalls = Support.Zip(Hits).Where(c => c.First > 0).Select(c => (double)c.Second / c.First);
        return new Score(Loss / count, Hits.Sum() / count, recalls.DefaultIfEmpty(double.NaN).Average());
    }

    private static ReadOnlySpan<long> Numbers(Tensor tensor) => MemoryMarshal.Cast<byte, long>(tensor.bytes);
}
