using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Steps down the gradient, with momentum, as torch.optim.SGD computes it.</summary>
public class SGD : OptimizerHelper
{
    internal SGD(IEnumerable<Parameter> parameters, Options options)
        : base(parameters, Checked(options), _ => new State())
    {
    }

    private protected override void Apply(OptimizerOptions options, Change[] changes)
    {
        var settings = (Options)options;
        Tensor[] parameters = Array.ConvertAll(changes, change => (Tensor)change.Parameter);
        Tensor[] gradients = Array.ConvertAll(changes, change => change.Gradient);
        if (settings.weight_decay is not (null or 0))
            gradients = Foreach.Sum(gradients, parameters, settings.weight_decay.Value);
        if (settings.momentum is not (null or 0)) gradients = WithMomentum(settings, gradients, changes);
        var rate = settings.LearningRate!.Value;
        Foreach.Add(parameters, gradients, settings.maximize == true ? rate : -rate);
    }

    private static Tensor[] WithMomentum(Options options, Tensor[] gradients, Change[] changes)
    {
        var momentum = options.momentum!.Value;
        var states = Array.ConvertAll(changes, change => (State)change.State);
        var moving = Enumerable.Range(0, states.Length).Where(i => states[i].momentum_buffer is not null).ToArray();
        if (moving.Length > 0)
        {
            var buffers = Array.ConvertAll(moving, i => states[i].momentum_buffer!);
            Foreach.Multiply(buffers, momentum);
            Foreach.Add(buffers, Array.ConvertAll(moving, i => gradients[i]), 1 - (options.dampening ?? 0));
        }
        for (var i = 0; i < states.Length; i++)
            states[i].momentum_buffer ??= gradients[i].clone().DetachFromDisposeScope();
        var all = Array.ConvertAll(states, state => state.momentum_buffer!);
        return options.nesterov == true ? Foreach.Sum(gradients, all, momentum) : all;
    }

    private static Options Checked(Options options)
    {
        if (options.LearningRate < 0) throw new ArgumentException($"Invalid learning rate: {options.LearningRate}");
        if (options.momentum < 0) throw new ArgumentException($"Invalid momentum value: {options.momentum}");
        if (options.weight_decay < 0)
            throw new ArgumentException($"Invalid weight_decay value: {options.weight_decay}");
        if (options.nesterov == true && (options.momentum == 0 || options.dampening != 0))
            throw new ArgumentException("Nesterov momentum requires a momentum and zero dampening");
        return options;
    }

    /// <summary>The settings of a group.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>The share of the last step in this one.</summary>
        public double? momentum { get; set; }

        /// <summary>The share of the gradient that momentum leaves out.</summary>
        public double? dampening { get; set; }

        /// <summary>What share of the parameter is added to its gradient.</summary>
        public double? weight_decay { get; set; }

        /// <summary>Whether the gradient is taken where momentum would lead.</summary>
        public bool? nesterov { get; set; }

        /// <summary>Whether steps go up the gradient.</summary>
        public bool? maximize { get; set; }
    }

    /// <summary>What training leaves behind for one parameter.</summary>
    public sealed class State : OptimizerState
    {
        internal State()
        {
        }

        /// <summary>The running sum of gradients, or null before the first step with momentum.</summary>
        public Tensor? momentum_buffer { get; set; }

        internal override void Take(OptimizerState other)
        {
            momentum_buffer?.Dispose();
            momentum_buffer = ((State)other).momentum_buffer?.clone().DetachFromDisposeScope();
        }

        internal override void Release() => momentum_buffer?.Dispose();
    }
}
