using System.Diagnostics;
using System.Globalization;
using SerLab.Models;
using SerLab.Training;
using static TorchSharp.torch;

namespace SerLab.Bench;

/// <summary>
/// Samples a second of the trainer, beside the same network, batch and number of threads in Python's PyTorch: the two
/// take turns, so that a machine whose speed drifts is fair to both.
/// </summary>
internal static class TrainingSpeed
{
    private const int Turns = 5, Classes = 7;

    /// <summary>The networks, with the shape of an example, the batch and steps enough to measure.</summary>
    public static readonly Case[] Cases =
    [
        new("lenet2d", new LeNet2d(), [1, 128, 216], 32, 20),
        new("mlp", new Mlp(), [169], 32, 600),
        new("vgg16-2d", new Vgg2d { Width = 0.25 }, [1, 128, 216], 32, 3),
        new("cnn-lstm-attention", new CnnLstmAttention(), [187, 216], 8, 12),
        new("cnn-lstm-attention", new CnnLstmAttention(), [187, 216], 32, 6),
    ];

    public static void Run(string[] names)
    {
        using var peer = new Peer(Peer.SystemPython, "training_pytorch.py");
        Console.WriteLine($"SerLab and {peer.Greeting} in turns; medians of {Turns}");
        foreach (var one in Cases.Where(one => names.Length == 0 || names.Contains(one.Name)))
        {
            foreach (var threads in new[] { 1, Environment.ProcessorCount }.Distinct())
            {
                Console.WriteLine(Compare(peer, one, threads));
                Console.WriteLine($"    of a step: {TrainingProfile.Of(one, threads)}");
            }
        }
    }

    private static string Compare(Peer peer, Case one, int threads)
    {
        var pairs = Enumerable.Range(0, Turns).Select(_ => (Ours: Ours(one, threads), Peer: Theirs(peer, one, threads)))
            .ToArray();
        return string.Create(CultureInfo.InvariantCulture,
            $"{one.Name,-20} batch {one.Batch,2}, {threads} threads: SerLab {Median(pairs.Select(p => p.Ours)),6:0} samples/s, ")
            + string.Create(CultureInfo.InvariantCulture,
            $"PyTorch {Median(pairs.Select(p => p.Peer)),6:0}, ratio {Median(pairs.Select(p => p.Ours / p.Peer)):0.00}");
    }

    // One epoch of the trainer, after one of two batches that warms up.
    private static double Ours(Case one, int threads)
    {
        set_num_threads(threads);
        manual_seed(1);
        using var model = one.Model.Build(one.Input, Classes);
        using var train = Random(one, one.Batch * one.Steps);
        using var few = Random(one, 2 * one.Batch);
        using var validation = Random(one, 1);
        var trainer = new Trainer(new TrainingOptions { Epochs = 1, Batch = one.Batch }, TimeProvider.System);
        trainer.Fit(model, few, validation, Classes);
        var watch = Stopwatch.StartNew();
        trainer.Fit(model, train, validation, Classes);
        return train.Count / watch.Elapsed.TotalSeconds;
    }

    private static Examples Random(Case one, int count) => new(
        randn([count, .. one.Input.Select(n => (long)n)]), randint(0, Classes, [count], ScalarType.Int64));

    private static double Theirs(Peer peer, Case one, int threads) => double.Parse(
        peer.Ask($"{one.Name} {one.Batch} {threads} {one.Steps}"), CultureInfo.InvariantCulture);

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Turns / 2);

    /// <summary>One network as it is measured.</summary>
    internal sealed record Case(string Name, Architecture Model, int[] Input, int Batch, int Steps);
}
