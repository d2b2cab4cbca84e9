using System.Text.Json;
using SerLab.Files;
using SerLab.Training;
using static TorchSharp.torch;

namespace SerLab.Tests.Training;

[Trait("Kind", "reference")]
public sealed class ClassificationLossTests
{
    private static readonly JsonElement Reference = JsonDocument.Parse(
        File.ReadAllText(Repository.Fixture("training", "reference.json"))).RootElement.GetProperty("losses");

    [Theory]
    [InlineData("plain", LossKind.CrossEntropy, 0, 2, false)]
    [InlineData("weighted", LossKind.CrossEntropy, 0, 2, true)]
    [InlineData("smoothed", LossKind.CrossEntropy, 0.1, 2, false)]
    [InlineData("both", LossKind.CrossEntropy, 0.1, 2, true)]
    [InlineData("focal", LossKind.Focal, 0, 2, false)]
    [InlineData("focal_weighted", LossKind.Focal, 0, 1.5, true)]
    [InlineData("plain", LossKind.Focal, 0, 0, false)]
    public void Losses_are_PyTorchs(string name, LossKind kind, double smoothing, double focus, bool isWeighted)
    {
        using var scope = NewDisposeScope();
        var options = new LossOptions { Kind = kind, Smoothing = smoothing, Focus = focus };
        var weights = tensor(Reference.GetProperty("weights").Deserialize<float[]>()!);
        var rows = Reference.GetProperty("logits").Deserialize<float[][]>()!;
        var logits = tensor([.. rows.SelectMany(row => row)], [rows.Length, rows[0].Length]);
        var labels = tensor(Reference.GetProperty("labels").Deserialize<long[]>()!);
        var loss = new ClassificationLoss(options, isWeighted ? weights : null).Of(logits, labels);
        Assert.Equal(Reference.GetProperty(name).GetDouble(), loss.item<float>(), 2e-6);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void What_cannot_hold_is_refused()
    {
        Assert.Contains("loss.smoothing is 1", Refused(new LossOptions { Smoothing = 1 }));
        Assert.Contains("loss.focus is -1", Refused(new LossOptions { Kind = LossKind.Focal, Focus = -1 }));
        Assert.Contains("not the focal", Refused(new LossOptions { Kind = LossKind.Focal, Smoothing = 0.1 }));
    }

    private static string Refused(LossOptions loss) =>
        Assert.Throws<BadOptionException>(new TrainingOptions { Loss = loss }.Check).Message;
}
