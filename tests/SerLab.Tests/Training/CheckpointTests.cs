using SerLab.Files;
using SerLab.Tests.Files;
using SerLab.Training;

namespace SerLab.Tests.Training;

[Collection(nameof(Alone))]
[Trait("Kind", "law")]
public sealed class CheckpointTests : IDisposable
{
    private static readonly TrainingOptions Everything = new()
    {
        Epochs = 4, Batch = 6, LearningRate = 0.01, Balance = Balance.Oversample, ClipNorm = 1, Mixup = 0.3,
        SpecAugment = new SpecAugment { RowWidth = 2, FrameWidth = 2 }, Loss = new LossOptions { Smoothing = 0.1 },
        Schedule = new PlateauSchedule { Patience = 0 },
    };

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<OptimizerKind, int> Stops => new(
        from kind in Enum.GetValues<OptimizerKind>() from step in new[] { 1, 2, 4, 5, 7, 11, 16 } select (kind, step));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Stops))]
    public void A_training_stopped_after_any_step_and_resumed_comes_to_the_same_bytes(OptimizerKind kind, int steps)
    {
        var options = Everything with { Optimizer = new OptimizerOptions { Kind = kind, WeightDecay = 0.01 } };
        var (whole, last, history) = Train(options, new Checkpoint(_folder["whole"], "key"), int.MaxValue);
        var checkpoint = new Checkpoint(_folder["stopped"], "key");
        Assert.Throws<OperationCanceledException>(() => Train(options, checkpoint, steps));
        var resumed = Train(options, checkpoint, int.MaxValue);
        Assert.Equal(whole, resumed.Best);
        Assert.Equal(last, resumed.Last);
        Assert.Equal(history, resumed.History);
    }

    [Fact]
    public void A_training_stopped_again_and_again_comes_to_the_same_bytes()
    {
        var whole = Train(Everything, new Checkpoint(_folder["whole"], "key"), int.MaxValue);
        var (checkpoint, stops) = (new Checkpoint(_folder["stopped"], "key"), 0);
        while (true)
        {
            try
            {
                Assert.Equal(whole.Best, Train(Everything, checkpoint, 3).Best);
                break;
            }
            catch (OperationCanceledException)
            {
                stops++;
            }
        }
        Assert.True(stops > 3);
    }

    [Fact]
    public void A_checkpoint_of_another_training_and_a_broken_one_are_refused_by_name()
    {
        var checkpoint = new Checkpoint(_folder["one"], "key");
        Assert.Throws<OperationCanceledException>(() => Train(Everything, checkpoint, 2));
        Assert.Equal("key", Checkpoint.KeyIn(_folder["one"]));
        var other = Assert.Throws<BadFileException>(
            () => Train(Everything, new Checkpoint(_folder["one"], "other"), 2));
        Assert.Contains("other options", other.Message);
        var file = Path.Combine(_folder["one"], Checkpoint.FileName);
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..^5]);
        Assert.Equal(file, Assert.Throws<BadFileException>(() => Train(Everything, checkpoint, 2)).Path);
        checkpoint.Delete();
        Assert.Null(Checkpoint.KeyIn(_folder["one"]));
        Train(Everything, checkpoint, int.MaxValue);
    }

    [Fact]
    public void A_finished_trainings_checkpoint_gives_the_same_weights_without_a_step()
    {
        var checkpoint = new Checkpoint(_folder["whole"], "key");
        var whole = Train(Everything, checkpoint, int.MaxValue);
        var again = Train(Everything, checkpoint, steps: 0);
        Assert.Equal(whole.Best, again.Best);
        Assert.Equal(whole.History, again.History);
    }

    // Cancels after so many steps.
    private static (byte[] Best, byte[] Last, Epoch[] History) Train(
        TrainingOptions options, Checkpoint checkpoint, int steps)
    {
        using var train = Toy.Examples(21, 2, noise: 3);
        using var validation = Toy.Examples(10, 2, seed: 2, noise: 3);
        using var network = Toy.Network(2);
        using var source = new CancellationTokenSource();
        var done = 0;
        var history = new Trainer(options, TimeProvider.System).Fit(
            network, train, validation, 2, new Features.Listener<TrainingProgress>(Count), source.Token, checkpoint);
        return (Toy.Bytes(network), File.ReadAllBytes(checkpoint.LastPath),
            [.. history.Select(epoch => epoch with { Seconds = 0 })]);

        void Count(TrainingProgress progress)
        {
            if (progress.Finished is null && ++done >= steps)
            {
                source.Cancel();
            }
        }
    }
}
