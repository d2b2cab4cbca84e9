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

    [Theory]
    [InlineData("gpu")]
    [InlineData("cuda:")]
    [InlineData("cuda:x")]
    [InlineData("cuda:0:1")]
    [InlineData("cuda:-1")]
    [InlineData("")]
    public void A_device_of_another_name_is_refused(string device)
    {
        var failure = Assert.Throws<BadOptionException>(new TrainingOptions { Device = device }.Check);
        Assert.Equal($"There is no device '{device}'.", failure.Problem);
    }

    [Theory]
    [InlineData("cuda")]
    [InlineData("cuda:0")]
    public void A_GPU_that_is_not_there_is_refused_with_the_mend(string device)
    {
        Assert.SkipWhen(TorchSharp.torch.cuda.is_available(), "there is a GPU");
        var failure = Assert.Throws<BadOptionException>(new TrainingOptions { Device = device }.Check);
        Assert.Equal($"--device {device}: libtorch sees 0 NVIDIA GPUs.", failure.Problem);
        Assert.Contains("LIBTORCH", failure.Mend);
    }

    [Fact]
    public void A_GPU_beyond_the_last_is_refused() => Assert.Contains(
        "--device cuda:4000: libtorch sees",
        Assert.Throws<BadOptionException>(new TrainingOptions { Device = "cuda:4000" }.Check).Problem);
}
