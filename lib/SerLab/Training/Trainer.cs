using System.Runtime.InteropServices;
using SerLab.Files;
using SerLab.Splits;
using static TorchSharp.torch;

namespace SerLab.Training;

/// <summary>One line of the history.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Train">Mean over the epoch's batches, while the weights moved and dropout was on.</param>
/// <param name="Validation">After the epoch.</param>
/// <param name="LearningRate">Step size in that epoch.</param>
/// <param name="Seconds">Time the epoch took, validation included.</param>
public sealed record Epoch(int Number, Score Train, Score Validation, double LearningRate, double Seconds);

/// <summary>Where training stands.</summary>
/// <param name="Done">Examples seen, over all epochs.</param>
/// <param name="Total">Examples to see, over all epochs.</param>
/// <param name="Finished">The epoch that has just ended; null inside an epoch.</param>
public sealed record TrainingProgress(long Done, long Total, Epoch? Finished);

/// <summary>
/// Mini-batch training with Adam and cross-entropy. The weights kept are those of the epoch with the best validation
/// UAR (the lower validation loss decides between equals). The test part never comes near.
/// </summary>
public sealed class Trainer(TrainingOptions options, TimeProvider clock)
{
    /// <summary>
    /// Trains <paramref name="model"/> in place and leaves the best weights in it. Dropout draws from torch's own
    /// generator, which is one for the whole process and is seeded here: train one model at a time.
    /// </summary>
    /// <returns>The history, an entry an epoch.</returns>
    /// <exception cref="SerLabException">The loss is no longer finite.</exception>
    /// <exception cref="OperationCanceledException">Cancelled, at the end of a batch.</exception>
    public IReadOnlyList<Epoch> Fit(
        nn.Module<Tensor, Tensor> model, Examples train, Examples validation, int classes,
        IProgress<TrainingProgress>? progress = null, CancellationToken cancel = default)
    {
        options.Check();
        manual_seed(options.Seed); // dropout
        using var adam = optim.Adam(model.parameters(), options.LearningRate);
        using var best = new BestWeights();
        var history = new List<Epoch>();
        for (var number = 1; number <= options.Epochs; number++)
        {
            var start = clock.GetTimestamp();
            var order = Order(train.Count, number);
            var seen = (number - 1L) * train.Count;
            var trained = Learn(model, adam, train, order, classes, done => Report(done, null));
            var epoch = new Epoch(number, trained, Evaluate(model, validation, options.Batch, classes),
                options.LearningRate, clock.GetElapsedTime(start).TotalSeconds);
            history.Add(epoch);
            best.Offer(model, epoch.Validation);
            Report(train.Count, epoch);

            void Report(int done, Epoch? finished)
            {
                progress?.Report(new TrainingProgress(seen + done, (long)options.Epochs * train.Count, finished));
                cancel.ThrowIfCancellationRequested();
            }
        }
        best.Restore(model);
        return history;
    }

    /// <summary>Scores <paramref name="model"/> on <paramref name="examples"/> without learning from them.</summary>
    public static Score Evaluate(nn.Module<Tensor, Tensor> model, Examples examples, int batch, int classes)
    {
        using var graph = no_grad();
        model.eval();
        var sum = new ScoreSum(classes);
        for (var first = 0; first < examples.Count; first += batch)
        {
            using var scope = NewDisposeScope();
            var end = Math.Min(first + batch, examples.Count);
            var truth = examples.Labels.slice(0, first, end, 1);
            Count(sum, model.call(examples.Inputs.slice(0, first, end, 1)), truth);
        }
        return sum.Mean();
    }

    private long[] Order(int examples, int epoch) =>
        new SeededShuffle(options.Seed, epoch).Shuffled(Enumerable.Range(0, examples).Select(row => (long)row));

    private Score Learn(
        nn.Module<Tensor, Tensor> model, optim.Optimizer adam, Examples train, long[] order, int classes,
        Action<int> report)
    {
        model.train();
        var sum = new ScoreSum(classes);
        for (var first = 0; first < order.Length; first += options.Batch)
        {
            using var scope = NewDisposeScope();
            var end = Math.Min(first + options.Batch, order.Length);
            var rows = tensor(order[first..end]);
            var logits = model.call(train.Inputs.index_select(0, rows)); // [batch, class]
            var loss = Count(sum, logits, train.Labels.index_select(0, rows));
            adam.zero_grad();
            loss.backward();
            adam.step();
            report(end);
        }
        return sum.Mean();
    }

    private static Tensor Count(ScoreSum sum, Tensor logits, Tensor truth)
    {
        var loss = nn.functional.cross_entropy(logits, truth);
        var value = loss.item<float>();
        if (!float.IsFinite(value))
        {
            throw new SerLabException(
                $"The loss became {value}: training diverged.",
                "Use a smaller learning rate, or look for broken features.");
        }
        sum.Add(value, Numbers(truth), Numbers(logits.argmax(1)));
        return loss;
    }

    private static ReadOnlySpan<long> Numbers(Tensor tensor) => MemoryMarshal.Cast<byte, long>(tensor.bytes);
}
