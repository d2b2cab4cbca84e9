using SerLab.Training;
using static TorchSharp.torch;

namespace SerLab.Tests.Training;

[Collection(nameof(Alone))]
[Trait("Kind", "law")]
public sealed class TrainerMemoryTests
{
    [Fact]
    public void Three_hundred_steps_leave_no_tensor_behind_and_a_flat_memory()
    {
        using var train = Toy.Examples(400, 2);
        using var network = Toy.Network(2);
        var options = new TrainingOptions { Epochs = 3, Batch = 4 }; // 300 steps
        Toy.Fit(network, train, train, options);
        Finish();
        var (tensors, memory) = (Tensor.TotalCount, Resident());
        Toy.Fit(network, train, train, options);
        Assert.InRange(Tensor.TotalCount - tensors, 0, 100); // handles of weights, some an epoch, none a step
        Finish();
        Assert.Equal(tensors, Tensor.TotalCount);
        Assert.InRange(Resident() - memory, double.NegativeInfinity, 20);
    }

    // Frees what was forgotten.
    private static void Finish()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    // In MB.
    private static double Resident()
    {
        var line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmRSS", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) / 1024;
    }
}
