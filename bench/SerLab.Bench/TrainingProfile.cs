using System.Diagnostics;
using static System.FormattableString;
using static TorchSharp.torch;

namespace SerLab.Bench;

/// <summary>Where the time of a training step goes.</summary>
internal static class TrainingProfile
{
    private const int Classes = 7;

    /// <summary>The shares of a step's parts, and its length.</summary>
    public static string Of(TrainingSpeed.Case one, int threads)
    {
        set_num_threads(threads);
        manual_seed(1);
        using var all = NewDisposeScope();
        using var model = one.Model.Build(one.Input, Classes);
        using var adam = optim.Adam(model.parameters(), 0.001);
        var inputs = randn([one.Batch * 4, .. one.Input.Select(n => (long)n)]);
        var labels = randint(0, Classes, [one.Batch * 4], ScalarType.Int64);
        var (clock, parts) = (new Stopwatch(), new double[5]);
        for (var step = -1; step < one.Steps; step++)
        {
            using var scope = NewDisposeScope();
            if (step == 0)
            {
                Array.Clear(parts); // the first step warmed up
            }
            var rows = randperm(one.Batch * 4).slice(0, 0, one.Batch, 1);
            clock.Restart();
            var (x, y) = (inputs.index_select(0, rows), labels.index_select(0, rows));
            Lap(0);
            var loss = nn.functional.cross_entropy(model.call(x), y);
            Lap(1);
            adam.zero_grad();
            loss.backward();
            Lap(2);
            adam.step();
            Lap(3);
            loss.item<float>();
            Lap(4);
        }
        var sum = parts.Sum();
        string[] names = ["picking the batch", "forward", "backward", "Adam", "reading the loss"];
        return string.Join(", ", names.Select((name, i) => Invariant($"{name} {parts[i] / sum:0%}"))) +
            Invariant($"; {1000 * sum / one.Steps:0.00} ms");

        void Lap(int part)
        {
            parts[part] += clock.Elapsed.TotalSeconds;
            clock.Restart();
        }
    }
}
