using SerLab.Splits;
using SerLab.Tests.Models;
using SerLab.Training;

namespace SerLab.Tests.Training;

[Collection(nameof(Alone))]
[Trait("Kind", "reference")]
public sealed class TrainerReferenceTests
{
    public static TheoryData<string> Names => TorchCase.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Five_steps_on_all_examples_have_PyTorchs_losses(string name)
    {
        var history = Fit(new TorchCase(name), epochs: 5, batch: 20, order: null);
        TorchCase.Close(new TorchCase(name)["full_losses"], history.Select(epoch => (float)epoch.Train.Loss), 1e-5);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_epoch_in_batches_with_a_short_one_at_its_end_has_PyTorchs_loss_and_accuracy(string name)
    {
        var torch = new TorchCase(name);
        // The trainer shuffles; the examples are laid out so that it meets them in the order of the reference.
        var order = new SeededShuffle(1, 1).Shuffled(Enumerable.Range(0, 20).Select(row => (long)row));
        var epoch = Assert.Single(Fit(torch, epochs: 1, batch: 8, order));
        var losses = torch["batch_losses"];
        Assert.Equal((8 * losses[0] + 8 * losses[1] + 4 * losses[2]) / 20, epoch.Train.Loss, 1e-5);
        Assert.Equal(torch["batch_hits"][0] / 20, epoch.Train.Accuracy, 1e-7);
    }

    private static IReadOnlyList<Epoch> Fit(TorchCase torch, int epochs, int batch, long[]? order)
    {
        using var network = torch.Network();
        using var examples = torch.Examples(order);
        return new Trainer(new TrainingOptions { Epochs = epochs, Batch = batch, Seed = 1 }, TimeProvider.System)
            .Fit(network, examples, examples, TorchCase.Classes, null, TestContext.Current.CancellationToken);
    }
}
