using SerLab.Splits;
using static TorchSharp.torch;

namespace SerLab.Training;

/// <summary>One pass over the training part, from where the state stands.</summary>
internal sealed class TrainingEpoch(
    TrainingOptions options, TimeProvider clock, TrainingState state, Examples train,
    IProgress<TrainingProgress>? progress, Checkpoint? checkpoint)
{
    private static readonly TimeSpan BetweenCheckpoints = TimeSpan.FromMinutes(1);

    private readonly long _start = clock.GetTimestamp();
    private readonly double _secondsBefore = state.Seconds;
    private long _savedAt = clock.GetTimestamp();

    /// <summary>Learns from the batches that are left, then scores the validation part.</summary>
    public void Run(Examples validation, int classes, CancellationToken cancel)
    {
        var labels = train.Labels.cpu().data<long>().ToArray();
        var rows = EpochOrder.Rows(labels, options.Balance, options.Seed, state.Number);
        var bounds = EpochOrder.Bounds(rows.Length, options.Batch);
        var batches = bounds.Count - 1;
        using var weights = options.Balance == Balance.Weights ? ClassWeights(labels, classes) : null;
        var loss = new ClassificationLoss(options.Loss, weights);
        state.Model.train();
        while (state.Batches < batches)
        {
            var (first, end) = (bounds[state.Batches], bounds[state.Batches + 1]);
            Learn(rows[first..end], loss, Rate(state.Batches, batches));
            Report(end, rows.Length, null);
            Keep(cancel);
        }
        var score = Trainer.Evaluate(state.Model, validation, options.Batch, classes);
        CheckFinite(score.Loss);
        var epoch = new Epoch(state.Number, state.Sum.Mean(), score, Rate(batches - 1, batches), Seconds);
        state.End(epoch, options.Watch);
        checkpoint?.Save(state);
        Report(0, rows.Length, epoch);
        cancel.ThrowIfCancellationRequested();
    }

    private double Seconds => _secondsBefore + clock.GetElapsedTime(_start).TotalSeconds;

    private void Learn(long[] rows, ClassificationLoss losses, double rate)
    {
        using var scope = NewDisposeScope();
        var random = new SeededShuffle(unchecked(options.Seed * 1_000_003L + state.Number), state.Batches);
        manual_seed(random.Next(int.MaxValue)); // dropout
        var picked = tensor(rows).to(train.Inputs.device);
        var (inputs, truth) = (train.Inputs.index_select(0, picked), train.Labels.index_select(0, picked));
        if (options.SpecAugment is { } stripes)
        {
            inputs = stripes.Apply(inputs, random);
        }
        var mixup = options.Mixup is { } alpha ? Mixup.Draw(alpha, rows.Length, random, inputs.device) : null;
        var logits = state.Model.call(mixup?.Of(inputs) ?? inputs); // [batch, class]
        var loss = mixup?.Loss(losses, logits, truth) ?? losses.Of(logits, truth);
        var value = loss.item<float>();
        CheckFinite(value);
        Step(loss, rate);
        (state.Sum, state.Batches) = (state.Sum.With(value, truth, logits.argmax(1)), state.Batches + 1);
    }

    private void Step(Tensor loss, double rate)
    {
        foreach (var group in state.Optimizer.ParamGroups)
        {
            group.LearningRate = rate;
        }
        state.Optimizer.zero_grad();
        loss.backward();
        if (options.ClipNorm is { } longest)
        {
            nn.utils.clip_grad_norm_(state.Model.parameters(), longest);
        }
        state.Optimizer.step();
    }

    private double Rate(int batch, int batches) =>
        options.Schedule.Rate(options.LearningRate, state.History, (double)batch / batches, options.Epochs);

    private void Report(int done, int rows, Epoch? finished) => progress?.Report(new TrainingProgress(
        (long)state.History.Count * rows + done, (long)options.Epochs * rows, finished,
        finished is null ? state.Sum.Mean().Loss : double.NaN));

    // A checkpoint where the training is about to be stopped, and now and then.
    private void Keep(CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested || clock.GetElapsedTime(_savedAt) > BetweenCheckpoints)
        {
            state.Seconds = Seconds;
            checkpoint?.Save(state);
            _savedAt = clock.GetTimestamp();
        }
        cancel.ThrowIfCancellationRequested();
    }

    private void CheckFinite(double loss)
    {
        if (!double.IsFinite(loss))
        {
            throw new DivergedException(loss, state.Number, state.Best.Epoch);
        }
    }

    private Tensor ClassWeights(long[] labels, int classes)
    {
        var counts = new long[classes];
        foreach (var label in labels)
        {
            counts[label]++;
        }
        var present = counts.Count(count => count > 0);
        var weights = counts.Select(count => count == 0 ? 0 : (float)labels.Length / (present * count)).ToArray();
        return tensor(weights).to(train.Inputs.device).DetachFromDisposeScope();
    }
}
