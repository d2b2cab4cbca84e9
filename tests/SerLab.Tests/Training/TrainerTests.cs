using SerLab.Files;
using SerLab.Training;
using static TorchSharp.torch;

namespace SerLab.Tests.Training;

[Collection(nameof(Alone))]
[Trait("Kind", "law")]
public sealed class TrainerTests
{
    private static readonly TrainingOptions Few = new() { Epochs = 3, Batch = 8, LearningRate = 0.01 };

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void A_problem_that_can_be_learned_is_learned_to_the_last_example(int classes)
    {
        using var train = Toy.Examples(48, classes);
        using var validation = Toy.Examples(20, classes, seed: 2);
        using var test = Toy.Examples(40, classes, seed: 3);
        using var network = Toy.Network(classes);
        var history = Toy.Fit(network, train, validation, Few with { Epochs = 15 }, classes);
        Assert.Equal(1, Trainer.Evaluate(network, test, 16, classes).Accuracy);
        Assert.True(history[^1].Train.Loss < history[0].Train.Loss / 3);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_the_same_history_but_for_the_seconds()
    {
        var (first, second) = (Trained(Few), Trained(Few));
        Assert.Equal(first.Weights, second.Weights);
        Assert.Equal(first.History, second.History);
    }

    [Fact]
    public void The_trainers_own_seed_decides_over_order_and_dropout_whatever_was_drawn_before()
    {
        using var train = Toy.Examples(20, 2);
        using var one = Toy.Network(2);
        using var other = Toy.Network(2);
        Toy.Fit(one, train, train, Few);
        using (var scope = NewDisposeScope())
        {
            rand(7);
        }
        Toy.Fit(other, train, train, Few);
        Assert.Equal(Toy.Bytes(one), Toy.Bytes(other));
    }

    [Fact]
    public void Another_seed_gives_other_weights_from_the_same_start() =>
        Assert.NotEqual(Trained(Few).Weights, Trained(Few with { Seed = 2 }).Weights);

    [Fact]
    public void The_weights_left_in_the_network_are_those_of_the_best_epoch()
    {
        using var train = Toy.Examples(24, 2, noise: 9);
        using var validation = Toy.Examples(24, 2, seed: 2, noise: 9);
        using var network = Toy.Network(2);
        var history = Toy.Fit(network, train, validation, Few with { Epochs = 12, LearningRate = 0.05 });
        var best = history.OrderByDescending(e => e.Validation.Uar).ThenBy(e => e.Validation.Loss).First();
        Assert.NotEqual(history[^1], best); // else nothing is shown
        Assert.Equal(best.Validation, Trainer.Evaluate(network, validation, Few.Batch, 2));
    }

    [Fact]
    public void Where_nothing_is_watched_the_last_epoch_is_kept_and_patience_ends_nothing()
    {
        using var train = Toy.Examples(24, 2, noise: 9);
        using var validation = Toy.Examples(24, 2, seed: 2, noise: 9);
        using var network = Toy.Network(2);
        var options = Few with { Epochs = 12, LearningRate = 0.05, Watch = Watched.Last, Patience = 1 };
        var history = Toy.Fit(network, train, validation, options);
        Assert.Equal(12, history.Count);
        Assert.NotEqual(history.Best(Watched.Uar), history[^1]); // else nothing is shown
        Assert.Equal(history[^1], history.Best(Watched.Last));
        Assert.Equal(history[^1].Validation, Trainer.Evaluate(network, validation, Few.Batch, 2));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(20)]
    [InlineData(1000)]
    public void Any_batch_works_and_every_example_counts_once(int batch)
    {
        using var train = Toy.Examples(20, 2);
        using var network = Toy.Network(2);
        var seen = new List<TrainingProgress>();
        var history = Toy.Fit(network, train, train, Few with { Batch = batch, Epochs = 2 }, hear: seen.Add);
        Assert.All(history, epoch => Assert.Equal(0, epoch.Train.Accuracy * 20 % 1, 1e-9));
        Assert.Equal((40L, 40L), (seen[^1].Done, seen[^1].Total));
        Assert.Equal(seen.Select(step => step.Done).Order(), seen.Select(step => step.Done));
        Assert.Equal(2 * ((20 + batch - 1) / batch), seen.Count(step => step.Finished is null));
        Assert.Equal(history, seen.Select(step => step.Finished).OfType<Epoch>());
    }

    [Fact]
    public void A_cancelled_training_stops_at_the_end_of_the_batch()
    {
        using var train = Toy.Examples(20, 2);
        using var network = Toy.Network(2);
        using var source = new CancellationTokenSource();
        var steps = 0;
        Assert.Throws<OperationCanceledException>(() => Toy.Fit(
            network, train, train, Few with { Batch = 5 }, hear: _ =>
            {
                if (++steps == 2)
                {
                    source.Cancel();
                }
            }, cancel: source.Token));
        Assert.Equal(2, steps);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Features_that_are_not_finite_end_training_with_a_sentence(float value)
    {
        using var train = Toy.Examples(8, 2);
        train.Inputs.bytes[..4].Clear();
        BitConverter.TryWriteBytes(train.Inputs.bytes, value);
        using var network = Toy.Network(2);
        var failure = Assert.Throws<DivergedException>(() => Toy.Fit(network, train, train, Few));
        Assert.Contains("diverged", failure.Message);
        Assert.Equal(0, failure.KeptEpoch);
    }

    [Fact]
    public void The_largest_learning_rate_stops_with_a_sentence_or_gives_finite_scores()
    {
        using var train = Toy.Examples(16, 2);
        using var network = Toy.Network(2);
        var history = new List<Epoch>();
        var failure = Record.Exception(() => Toy.Fit(
            network, train, train, Few with { LearningRate = 1000 }, hear: step => history.Add(step.Finished!)));
        Assert.True(failure is null or SerLabException, $"{failure}");
        Assert.All(
            history.OfType<Epoch>(), epoch => Assert.True(double.IsFinite(epoch.Train.Loss + epoch.Validation.Loss)));
    }

    [Fact]
    public void A_memory_that_is_full_ends_training_with_the_batch_and_a_smaller_one()
    {
        using var train = Toy.Examples(8, 2);
        using var network = new Endless();
        var failure = Assert.Throws<SerLabException>(() => Toy.Fit(network, train, train, Few with { Batch = 6 }));
        Assert.Equal("The memory is full at batches of 6.", failure.Problem);
        Assert.Contains("--batch 3", failure.Mend);
    }

    private static (byte[] Weights, Epoch[] History) Trained(TrainingOptions options)
    {
        using var train = Toy.Examples(21, 2);
        using var validation = Toy.Examples(10, 2, seed: 2);
        using var network = Toy.Network(2);
        var history = Toy.Fit(network, train, validation, options);
        return (Toy.Bytes(network), [.. history.Select(epoch => epoch with { Seconds = 0 })]);
    }

    /// <summary>Asks for more memory than any machine can address.</summary>
    private sealed class Endless : nn.Module<Tensor, Tensor>
    {
        private readonly nn.Module<Tensor, Tensor> out_ = nn.Linear(Toy.Side, 2);

        public Endless() : base(nameof(Endless)) => RegisterComponents();

        public override Tensor forward(Tensor input) => out_.call(input.mean([1, 2]) + empty(1L << 50).mean());
    }
}
