using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SerLab.Training;

/// <summary>What an optimiser keeps of each weight, by name: its running means and its count of steps.</summary>
internal static class OptimizerMemory
{
    /// <summary>The tensors themselves, and the steps as tensors that the caller disposes.</summary>
    public static IEnumerable<(string Name, Tensor Value)> Read(OptimizerHelper optimizer) =>
        optimizer.state_dict().State.Index().SelectMany(state => Parts(state.Item)
            .Select(part => ($"{state.Index}.{part.Name}", part.Value)));

    /// <summary>Puts back what <see cref="Read"/> gave of an optimiser of the same kind and weights.</summary>
    public static void Write(OptimizerHelper optimizer, IReadOnlyDictionary<string, Tensor> values)
    {
        foreach (var (index, state) in optimizer.state_dict().State.Index())
        {
            switch (state)
            {
                case Adam.State adam:
                    adam.step = values[$"{index}.step"].item<long>();
                    break;
                case AdamW.State adam:
                    adam.step = values[$"{index}.step"].item<long>();
                    break;
                case SGD.State sgd when values.TryGetValue($"{index}.momentum_buffer", out var buffer):
                    sgd.momentum_buffer = buffer.clone().DetachFromDisposeScope();
                    break;
            }
            foreach (var (name, own) in Parts(state).Where(part => part.Name is not ("step" or "momentum_buffer")))
            {
                own.copy_(values[$"{index}.{name}"]);
            }
        }
    }

    private static IEnumerable<(string Name, Tensor Value)> Parts(OptimizerState state) => state switch
    {
        Adam.State s => [("step", tensor(s.step)), ("exp_avg", s.exp_avg), ("exp_avg_sq", s.exp_avg_sq)],
        AdamW.State s => [("step", tensor(s.step)), ("exp_avg", s.exp_avg), ("exp_avg_sq", s.exp_avg_sq)],
        SGD.State { momentum_buffer: { } buffer } => [("momentum_buffer", buffer)],
        _ => [],
    };
}
