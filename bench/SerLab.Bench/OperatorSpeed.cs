using System.Diagnostics;
using System.Globalization;
using static TorchSharp.torch;

namespace SerLab.Bench;

/// <summary>Microseconds that a call of a small operator costs, beside the same calls from Python.</summary>
internal static class OperatorSpeed
{
    private const int Rounds = 5, Calls = 100_000;

    public static void Run(string[] arguments)
    {
        set_num_threads(1);
        using var graph = no_grad();
        using Tensor vector = ones(4), matrix = ones(8, 8);
        (string Name, Func<Tensor> Call)[] calls =
        [
            ("add", () => vector + vector),
            ("relu", () => vector.relu()),
            ("mm", () => matrix.mm(matrix)),
            ("sum", () => matrix.sum(1)),
            ("reshape", () => matrix.reshape(4, 16)),
        ];
        var peer = Peer.Run("operators_pytorch.py").Split('\n')
            .Select(line => line.Split(' ')).Where(words => words.Length == 2)
            .ToDictionary(words => words[0], words => words[1]);
        foreach (var (name, call) in calls)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-8} SerLab {Microseconds(call):0.00} µs, PyTorch {peer[name]} µs"));
        }
    }

    private static double Microseconds(Func<Tensor> call) => Enumerable.Range(0, Rounds + 1).Select(_ =>
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Calls; i++)
        {
            call().Dispose();
        }
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / Calls;
    }).Skip(1).Min();
}
