using SerLab.Files;
using static TorchSharp.torch;

namespace SerLab.Training;

/// <summary>
/// Mini-batch training. The weights kept are those of the epoch with the best validation score. The test part never
/// comes near.
/// </summary>
public sealed class Trainer(TrainingOptions options, TimeProvider clock)
{
    /// <summary>
    /// Trains <paramref name="model"/> in place and leaves the best weights in it. Dropout draws from torch's own
    /// generator, which is one for the whole process and is seeded here: train one model at a time.
    /// </summary>
    /// <param name="model">From [batch, …shape of an example] to logits [batch, class], on the options' device.</param>
    /// <param name="train">What it learns from.</param>
    /// <param name="validation">What chooses the epoch; never trained on.</param>
    /// <param name="classes">How many there are.</param>
    /// <param name="progress">Told after every batch and epoch.</param>
    /// <param name="cancel">Ends training at the end of a batch; a checkpoint is left then.</param>
    /// <param name="checkpoint">
    /// Where the training's state is kept, at the end of every epoch and once a minute. A training that finds its own
    /// goes on there, and comes to the same weights, bit for bit, as one never stopped.
    /// </param>
    /// <returns>The history, an entry an epoch.</returns>
    /// <exception cref="DivergedException">The loss is no longer finite; the best weights so far are kept.</exception>
    /// <exception cref="SerLabException">The memory is full, or the checkpoint cannot be written or read.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public IReadOnlyList<Epoch> Fit(
        nn.Module<Tensor, Tensor> model, Examples train, Examples validation, int classes,
        IProgress<TrainingProgress>? progress = null, CancellationToken cancel = default,
        Checkpoint? checkpoint = null) =>
        Fit(model, _ => train, validation, classes, progress, cancel, checkpoint);

    /// <summary>Trains on examples that are others in each epoch.</summary>
    /// <param name="model">As above.</param>
    /// <param name="train">The examples of an epoch, from 1; the same number in each.</param>
    /// <param name="validation">As above.</param>
    /// <param name="classes">As above.</param>
    /// <param name="progress">As above.</param>
    /// <param name="cancel">As above.</param>
    /// <param name="checkpoint">As above.</param>
    public IReadOnlyList<Epoch> Fit(
        nn.Module<Tensor, Tensor> model, Func<int, Examples> train, Examples validation, int classes,
        IProgress<TrainingProgress>? progress = null, CancellationToken cancel = default,
        Checkpoint? checkpoint = null)
    {
        options.Check();
        CheckStripes(validation);
        using var state = new TrainingState(model, options.Optimizer.Create(model, options.LearningRate), classes);
        checkpoint?.Restore(state);
        foreach (var earlier in state.History)
        {
            progress?.Report(new TrainingProgress(earlier.Number, options.Epochs, earlier));
        }
        try
        {
            while (!IsOver(state.History))
            {
                new TrainingEpoch(options, clock, state, train(state.Number), progress, checkpoint)
                    .Run(validation, classes, cancel);
            }
            checkpoint?.SaveLast(model);
        }
        catch (Exception failure) when (TrainingFailure.Explain(failure, options.Batch) is { } explained)
        {
            throw explained;
        }
        finally
        {
            state.Best.Restore(model);
        }
        return state.History;
    }

    /// <summary>Scores <paramref name="model"/> on <paramref name="examples"/> without learning from them.</summary>
    public static Score Evaluate(nn.Module<Tensor, Tensor> model, Examples examples, int batch, int classes)
    {
        using var graph = no_grad();
        model.eval();
        var sum = ScoreSum.Empty(classes);
        for (var first = 0; first < examples.Count; first += batch)
        {
            using var scope = NewDisposeScope();
            var end = Math.Min(first + batch, examples.Count);
            var truth = examples.Labels.slice(0, first, end, 1);
            var logits = model.call(examples.Inputs.slice(0, first, end, 1));
            var loss = nn.functional.cross_entropy(logits, truth);
            sum = sum.With(loss.item<float>(), truth, logits.argmax(1));
        }
        return sum.Mean();
    }

    private bool IsOver(IReadOnlyList<Epoch> history) =>
        history.Count >= options.Epochs
        || (history.Count > 0 && history.Count - history.Best(options.Watch).Number >= options.Patience);

    private void CheckStripes(Examples examples)
    {
        if (options.SpecAugment is not null && examples.Inputs.dim() < 3)
        {
            throw new BadOptionException(
                "specAugment blanks stripes of rows and frames, and these features have no frames.",
                "Leave it out, or use features of shape [row, frame].");
        }
    }
}
