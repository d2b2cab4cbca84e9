using System.Diagnostics;
using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace SerLab.Bench;

/// <summary>
/// What an operator call costs, and how fast a LeNet-like network trains: the same work, in the same order and with the
/// same lines of output, as bench/torch_training.py does in Python.
/// </summary>
internal static class TorchTraining
{
    private const int Batch = 32, Classes = 7, Rounds = 5, StepsPerRound = 4;

    internal static void Run(TextWriter output, int threads)
    {
        set_num_threads(threads);
        using (no_grad()) Calls(output);
        Write(output, "lenet, samples/s", Batch / BestSecondsOf(StepsPerRound, Step()));
    }

    private static void Calls(TextWriter output)
    {
        using Tensor vector = ones(4), matrix = ones(8, 8);
        Call(output, "add [4], us", () => vector + vector);
        Call(output, "relu [4], us", () => vector.relu());
        Call(output, "mm [8, 8], us", () => matrix.mm(matrix));
        Call(output, "sum over rows [8, 8], us", () => matrix.sum(1));
        Call(output, "reshape [8, 8], us", () => matrix.reshape(4, 16));
    }

    private static void Call(TextWriter output, string name, Func<Tensor> call) =>
        Write(output, name, 1e6 * BestSecondsOf(100_000, () => call().Dispose()));

    // One step of training: forward, backward and Adam.
    private static Action Step()
    {
        manual_seed(0);
        Tensor inputs = randn(Batch, 1, 128, 216), targets = randint(Classes, [Batch]);
        var model = nn.Sequential(
            nn.Conv2d(1, 6, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2),
            nn.Flatten(), nn.Linear(16 * 29 * 51, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(),
            nn.Linear(84, Classes));
        var optimiser = optim.Adam(model.parameters());
        return () =>
        {
            using var scope = NewDisposeScope();
            optimiser.zero_grad();
            nn.functional.cross_entropy(model.call(inputs), targets).backward();
            optimiser.step();
        };
    }

    private static double BestSecondsOf(int repeats, Action action)
    {
        var best = double.PositiveInfinity;
        for (var round = 0; round <= Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < repeats; i++) action();
            if (round > 0) best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds / repeats);
        }
        return best;
    }

    private static void Write(TextWriter output, string name, double value) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-28} {value,10:F2}"));
}
