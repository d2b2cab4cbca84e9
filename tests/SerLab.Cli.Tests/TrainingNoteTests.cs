using SerLab.Training;

namespace SerLab.Cli.Tests;

[Trait("Kind", "law")]
public sealed class TrainingNoteTests
{
    private static readonly Epoch Last = Epoch(0.4567);

    [Fact]
    public void It_says_the_running_loss_and_the_last_UAR() =>
        Assert.Equal("loss 1.234, UAR 45.7 %", TrainingNote.Of(1.2341, Last));

    [Fact]
    public void Without_a_running_loss_it_says_that_of_the_last_epoch() =>
        Assert.Equal("loss 1.500, UAR 45.7 %", TrainingNote.Of(double.NaN, Last));

    [Fact]
    public void It_says_what_is_known_and_nothing_else()
    {
        Assert.Equal("", TrainingNote.Of(double.NaN, null));
        Assert.Equal("loss 2.000", TrainingNote.Of(2, null));
        Assert.Equal("loss 2.000", TrainingNote.Of(2, Epoch(double.NaN)));
    }

    private static Epoch Epoch(double uar) => new(3, new Score(1.5, 0.5, 0.4), new Score(1.7, 0.5, uar), 0.001, 2);
}
