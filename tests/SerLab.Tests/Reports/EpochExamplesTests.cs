using SerLab.Files;
using SerLab.Reports;
using SerLab.Training;

namespace SerLab.Tests.Reports;

[Trait("Kind", "law")]
public sealed class EpochExamplesTests
{
    private readonly List<int> _made = [];

    [Fact]
    public void Examples_that_all_epochs_share_are_made_once_and_disposed_at_the_end()
    {
        using var epochs = new EpochExamples(Make, 1);
        var first = epochs.Of(1);
        Assert.Same(first, epochs.Of(2));
        Assert.Same(first, epochs.Of(99));
        Assert.Equal([1], Made());
        epochs.Dispose();
        Assert.True(first.Inputs.IsInvalid && first.Labels.IsInvalid);
    }

    [Fact]
    public void Each_epoch_has_its_own_and_the_ones_before_are_disposed()
    {
        using var epochs = new EpochExamples(Make, 3);
        var seen = new List<Examples>();
        for (var epoch = 1; epoch <= 3; epoch++)
        {
            seen.Add(epochs.Of(epoch));
            Assert.Equal(epoch, seen[^1].Inputs.sum().item<float>());
            Assert.Same(seen[^1], epochs.Of(epoch));
            Assert.All(seen.SkipLast(1), earlier => Assert.True(earlier.Inputs.IsInvalid));
        }
        epochs.Dispose();
        Assert.True(seen[^1].Inputs.IsInvalid);
        Assert.Equal([1, 2, 3], Made()); // none twice, none that is not asked for
    }

    [Fact]
    public void The_next_epoch_is_made_while_this_one_is_learnt_from()
    {
        using var made = new ManualResetEventSlim();
        using var epochs = new EpochExamples(
            epoch =>
            {
                if (epoch == 2)
                {
                    made.Set();
                }
                return Make(epoch);
            }, 2);
        epochs.Of(1);
        Assert.True(made.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken)); // unasked
    }

    [Fact]
    public void What_was_made_ahead_and_not_needed_is_disposed()
    {
        Examples? ahead = null;
        var epochs = new EpochExamples(epoch => epoch == 2 ? ahead = Make(2) : Make(epoch), 3);
        epochs.Of(1);
        epochs.Dispose();
        Assert.True(ahead!.Inputs.IsInvalid);
    }

    [Fact]
    public void A_resumed_training_begins_where_it_was()
    {
        using var epochs = new EpochExamples(Make, 9);
        Assert.Equal(5, epochs.Of(5).Inputs.sum().item<float>());
        Assert.Equal(9, epochs.Of(9).Inputs.sum().item<float>()); // also past what was made ahead
        Assert.DoesNotContain(1, Made());
    }

    [Fact]
    public void An_epoch_that_cannot_be_made_is_told_when_it_is_asked_for_and_not_before()
    {
        using var epochs = new EpochExamples(
            epoch => epoch == 2 ? throw new SerLabException("The disk is gone.", "Mount it.") : Make(epoch), 3);
        var first = epochs.Of(1);
        Assert.False(first.Inputs.IsInvalid);
        Assert.Equal("The disk is gone.", Assert.Throws<SerLabException>(() => epochs.Of(2)).Problem);
        Assert.Equal("The disk is gone.", Assert.Throws<SerLabException>(() => epochs.Of(2)).Problem);
        Assert.Equal(3, epochs.Of(3).Inputs.sum().item<float>());
    }

    [Fact]
    public void An_epoch_that_fails_ahead_and_is_not_asked_for_is_no_matter()
    {
        var epochs = new EpochExamples(
            epoch => epoch == 2 ? throw new OperationCanceledException() : Make(epoch), 2);
        epochs.Of(1);
        epochs.Dispose();
    }

    private int[] Made()
    {
        lock (_made)
        {
            return [.. _made];
        }
    }

    // One example that holds the number of the epoch.
    private Examples Make(int epoch)
    {
        lock (_made)
        {
            _made.Add(epoch);
        }
        return Examples.From([epoch], [1], [0]);
    }
}
