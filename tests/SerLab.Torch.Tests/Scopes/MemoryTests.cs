using static TorchSharp.torch;

namespace SerLab.Torch.Tests.Scopes;

[Collection(nameof(Alone))]
[Trait("Kind", "law")]
public sealed class MemoryTests
{
    [Fact]
    public void Ten_thousand_training_steps_in_scopes_keep_a_flat_memory()
    {
        using var training = new Training();
        // The managed heap first fills its youngest generation, some 16 MB; from then on nothing grows.
        for (var i = 0; i < 5000; i++) training.StepInScope();
        var (memory, tensors) = (Resident(), Tensor.TotalCount);
        for (var i = 0; i < 10_000; i++) training.StepInScope();
        Assert.Equal(tensors, Tensor.TotalCount);
        Assert.InRange(Resident() - memory, double.NegativeInfinity, 12);
    }

    [Fact]
    public void Forgotten_tensors_are_freed_by_their_finalisers()
    {
        Forget(100);
        var memory = Resident();
        Forget(2000);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.InRange(Resident() - memory, double.NegativeInfinity, 700);
    }

    // 4 MiB each, 8 GB in all: the collector only learns of them by what it is told. Half a GiB is kept for later.
    private static void Forget(int count)
    {
        for (var i = 0; i < count; i++) ones(1024, 1024).sum();
    }

    private static double Resident()
    {
        var line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmRSS", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) / 1024;
    }

    private sealed class Training : IDisposable
    {
        private readonly Tensor _inputs = randn(16, 64), _targets = randint(4, [16]);
        private readonly TorchSharp.Modules.Sequential _model =
            nn.Sequential(nn.Linear(64, 128), nn.ReLU(), nn.Linear(128, 4));
        private readonly optim.Optimizer _optimiser;

        public Training() => _optimiser = optim.Adam(_model.parameters());

        public void StepInScope()
        {
            using var scope = NewDisposeScope();
            _optimiser.zero_grad();
            nn.functional.cross_entropy(_model.call(_inputs), _targets).backward();
            _optimiser.step();
        }

        public void Dispose()
        {
            _optimiser.Dispose();
            _model.Dispose();
            _inputs.Dispose();
            _targets.Dispose();
        }
    }
}
