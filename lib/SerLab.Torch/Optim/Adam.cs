using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Adam (Kingma and Ba, 2015), as torch.optim.Adam computes it; weight decay is added to the gradient.
/// </summary>
public class Adam : OptimizerHelper
{
    internal Adam(IEnumerable<Parameter> parameters, Options options)
        : base(parameters, Checked(options), parameter => new State(parameter, options.amsgrad == true))
    {
    }

    private protected override void Apply(OptimizerOptions options, Change[] changes)
    {
        var settings = (Options)options;
        Tensor[] parameters = Array.ConvertAll(changes, change => (Tensor)change.Parameter);
        Tensor[] gradients = Array.ConvertAll(changes, change => change.Gradient);
        if (settings.maximize == true) gradients = Foreach.Negative(gradients);
        if (settings.weight_decay is not (null or 0))
            gradients = Foreach.Sum(gradients, parameters, settings.weight_decay.Value);
        var moments = Array.ConvertAll(changes, change => (IMoments)change.State);
        AdamStep.Run(parameters, gradients, moments, new AdamNumbers(
            settings.LearningRate!.Value, settings.beta1!.Value, settings.beta2!.Value, settings.eps!.Value));
    }

    private static Options Checked(Options options)
    {
        if (options.LearningRate < 0) throw new ArgumentException($"Invalid learning rate: {options.LearningRate}");
        if (options.eps < 0) throw new ArgumentException($"Invalid eps: {options.eps}");
        if (options.beta1 is not (>= 0 and < 1)) throw new ArgumentException($"Invalid beta1: {options.beta1}");
        if (options.beta2 is not (>= 0 and < 1)) throw new ArgumentException($"Invalid beta2: {options.beta2}");
        if (options.weight_decay < 0)
            throw new ArgumentException($"Invalid weight_decay value: {options.weight_decay}");
        return options;
    }

    /// <summary>The settings of a group.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>The share of the old mean of gradients.</summary>
        public double? beta1 { get; set; }

        /// <summary>The share of the old mean of squared gradients.</summary>
        public double? beta2 { get; set; }

        /// <summary>What share of the parameter is added to its gradient.</summary>
        public double? weight_decay { get; set; }

        /// <summary>What is added to the root of the squares.</summary>
        public double? eps { get; set; }

        /// <summary>Whether the greatest mean of squares so far counts.</summary>
        public bool? amsgrad { get; set; }

        /// <summary>Whether steps go up the gradient.</summary>
        public bool? maximize { get; set; }
    }

    /// <summary>What training leaves behind for one parameter.</summary>
    public sealed class State : OptimizerState, IMoments
    {
        internal State(Parameter parameter, bool amsgrad)
        {
            exp_avg = zeros_like(parameter).DetachFromDisposeScope();
            exp_avg_sq = zeros_like(parameter).DetachFromDisposeScope();
            if (amsgrad) max_exp_avg_sq = zeros_like(parameter).DetachFromDisposeScope();
        }

        /// <summary>How many steps were made.</summary>
        public long step { get; set; }

        /// <summary>The running mean of gradients.</summary>
        public Tensor exp_avg { get; set; }

        /// <summary>The running mean of squared gradients.</summary>
        public Tensor exp_avg_sq { get; set; }

        /// <summary>The greatest running mean of squared gradients so far, or null.</summary>
        public Tensor? max_exp_avg_sq { get; set; }

        internal override void Take(OptimizerState other)
        {
            var source = (State)other;
            step = source.step;
            exp_avg.copy_(source.exp_avg);
            exp_avg_sq.copy_(source.exp_avg_sq);
            if (source.max_exp_avg_sq is not null) max_exp_avg_sq?.copy_(source.max_exp_avg_sq);
        }

        internal override void Release()
        {
            exp_avg.Dispose();
            exp_avg_sq.Dispose();
            max_exp_avg_sq?.Dispose();
        }
    }
}
