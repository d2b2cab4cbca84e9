using SerLab.Files;
using SerLab.Training;

namespace SerLab.Tests.Training;

[Trait("Kind", "law")]
public sealed class TrainingOptionsTests
{
    [Theory]
    [InlineData(0, 32, 0.1, "epochs is 0")]
    [InlineData(20, -1, 0.1, "batch is -1")]
    [InlineData(20, 32, 0, "lr is 0")]
    [InlineData(20, 32, double.NaN, "lr is NaN")]
    [InlineData(20, 32, double.PositiveInfinity, "lr is ")]
    [InlineData(20, 32, 1e38, "lr is 1E+38")]
    [InlineData(0, 0, -1, "epochs is 0, batch is 0, lr is -1")]
    public void Every_option_that_cannot_hold_is_named(int epochs, int batch, double rate, string says)
    {
        var options = new TrainingOptions { Epochs = epochs, Batch = batch, LearningRate = rate };
        Assert.Contains(says, Assert.Throws<BadOptionException>(options.Check).Message);
    }

    [Fact]
    public void The_defaults_hold_and_come_back_from_JSON()
    {
        var options = new TrainingOptions();
        options.Check();
        Assert.Equal(options, Json.Parse<TrainingOptions>(Json.ToText(options), "memory"));
    }
}
