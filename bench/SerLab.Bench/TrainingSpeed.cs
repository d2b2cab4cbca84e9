using System.Diagnostics;
using System.Globalization;
using SerLab.Models;
using static TorchSharp.torch;

namespace SerLab.Bench;

/// <summary>
/// Samples a second of lenet2d on fs2 at batch 32, forward, backward and Adam, beside the same network in Python's
/// PyTorch: the two take turns, so that a machine whose speed drifts is fair to both.
/// </summary>
internal static class TrainingSpeed
{
    private const int Batch = 32, Steps = 20, Turns = 5;

    public static void Run(string[] arguments)
    {
        foreach (var threads in new[] { 1, Environment.ProcessorCount }.Distinct())
        {
            var pairs = Enumerable.Range(0, Turns).Select(_ => (Ours: Ours(threads), Peer: Theirs(threads))).ToArray();
            var ours = Median(pairs.Select(pair => pair.Ours));
            var peer = Median(pairs.Select(pair => pair.Peer));
            var ratio = Median(pairs.Select(pair => pair.Ours / pair.Peer));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"lenet2d, batch {Batch}, {threads} threads: " +
                $"SerLab {ours:0} samples/s, PyTorch {peer:0}, ratio {ratio:0.00}"));
        }
    }

    private static double Ours(int threads)
    {
        set_num_threads(threads);
        manual_seed(1);
        using var all = NewDisposeScope();
        using var model = new LeNet2d().Build([1, 128, 216], 7);
        using var adam = optim.Adam(model.parameters(), 0.001);
        var inputs = randn([Batch, 1, 128, 216]);
        var labels = randint(0, 7, [Batch], ScalarType.Int64);
        Step(model, adam, inputs, labels);
        var watch = Stopwatch.StartNew();
        for (var step = 0; step < Steps; step++)
        {
            Step(model, adam, inputs, labels);
        }
        return Batch * Steps / watch.Elapsed.TotalSeconds;
    }

    private static void Step(nn.Module<Tensor, Tensor> model, optim.Optimizer adam, Tensor inputs, Tensor labels)
    {
        using var scope = NewDisposeScope();
        var loss = nn.functional.cross_entropy(model.call(inputs), labels);
        adam.zero_grad();
        loss.backward();
        adam.step();
    }

    private static double Theirs(int threads) =>
        double.Parse(Peer.Run("lenet2d_pytorch.py", threads, Batch, Steps), CultureInfo.InvariantCulture);

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Turns / 2);
}
