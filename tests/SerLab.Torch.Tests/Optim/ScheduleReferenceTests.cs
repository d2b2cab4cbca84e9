using static TorchSharp.torch;

namespace SerLab.Torch.Tests.Optim;

public sealed class ScheduleReferenceTests
{
    [Theory]
    [InlineData("step")]
    [InlineData("cosine")]
    [Trait("Kind", "reference")]
    public void Learning_rates_follow_those_of_PyTorch(string name)
    {
        using var scope = NewDisposeScope();
        using var optimiser = optim.SGD([nn.Parameter(ones(1))], 0.3);
        var schedule = name == "step"
            ? optim.lr_scheduler.StepLR(optimiser, 3, 0.5)
            : optim.lr_scheduler.CosineAnnealingLR(optimiser, 10, 0.01);
        foreach (var expected in Reference.Load("schedules", name).Numbers)
        {
            schedule.step();
            Assert.Equal(expected, schedule.get_last_lr().Single(), 1e-12);
            Assert.Equal(expected, optimiser.ParamGroups.Single().LearningRate, 1e-12);
        }
    }
}
