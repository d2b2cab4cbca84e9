using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What one parameter's way through training leaves behind.</summary>
public abstract class OptimizerState
{
    private protected OptimizerState()
    {
    }

    internal abstract void Take(OptimizerState other);
    internal abstract void Release();
}

/// <summary>The settings of a group of parameters.</summary>
public class OptimizerOptions
{
    /// <summary>The learning rate of the next step.</summary>
    public double? LearningRate { get; set; }

    /// <summary>The learning rate that training began with.</summary>
    public double InitialLearningRate { get; set; }

    internal virtual OptimizerOptions Copy() => (OptimizerOptions)MemberwiseClone();
}

/// <summary>Parameters that share their settings.</summary>
public class ParamGroup : optim.ILearningRateController
{
    internal ParamGroup(IEnumerable<Parameter> parameters, OptimizerOptions options) =>
        (Parameters, Options) = ([.. parameters], options);

    /// <summary>The parameters.</summary>
    public IEnumerable<Parameter> Parameters { get; set; }

    /// <summary>Their settings.</summary>
    public OptimizerOptions Options { get; set; }

    /// <inheritdoc/>
    public double LearningRate
    {
        get => Options.LearningRate!.Value;
        set => Options.LearningRate = value;
    }

    /// <inheritdoc/>
    public double InitialLearningRate
    {
        get => Options.InitialLearningRate;
        set => Options.InitialLearningRate = value;
    }
}

/// <summary>What the optimisers share: a state for each parameter, made when it is first changed.</summary>
public abstract class OptimizerHelper : optim.Optimizer
{
    private readonly List<OptimizerState> _states = [];

    private protected OptimizerHelper(IEnumerable<Parameter> parameters, OptimizerOptions options,
        Func<Parameter, OptimizerState> first)
    {
        var group = new ParamGroup(parameters, options);
        Groups.Add(group);
        _states.AddRange(group.Parameters.Select(first));
    }

    /// <summary>The settings of all groups and the states of all parameters, themselves and not copies.</summary>
    public virtual StateDictionary state_dict() => new(
        [.. Groups.Select(group => group.Options)], [.. _states],
        [[.. Enumerable.Range(0, _states.Count)]]);

    /// <summary>Copies settings and states from another optimiser of the same kind and parameters.</summary>
    /// <exception cref="ArgumentException">The numbers of groups or states differ.</exception>
    public virtual void load_state_dict(StateDictionary state_dict)
    {
        if (state_dict.Options.Count != Groups.Count)
            throw new ArgumentException("Invalid optimizer state -- different number of parameter groups.");
        if (state_dict.State.Count != _states.Count)
            throw new ArgumentException("Invalid optimizer state -- different number of states.");
        for (var i = 0; i < Groups.Count; i++) Groups[i].Options = state_dict.Options[i].Copy();
        for (var i = 0; i < _states.Count; i++) _states[i].Take(state_dict.State[i]);
    }

    /// <inheritdoc/>
    public override Tensor? step(Func<Tensor>? closure = null)
    {
        Tensor? loss = null;
        if (closure is not null)
        {
            using var recording = enable_grad();
            loss = closure();
        }
        using var quiet = no_grad();
        using var scope = NewDisposeScope();
        var changes = Groups[0].Parameters.Zip(_states, (p, state) => new Change(p, p.grad!, state))
            .Where(change => change.Gradient is not null).ToArray();
        if (changes.Length > 0) Apply(Groups[0].Options, changes);
        return loss;
    }

    // Changes the parameters that have a gradient; recording is off and a scope is open.
    private protected abstract void Apply(OptimizerOptions options, Change[] changes);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing) return;
        foreach (var state in _states) state.Release();
    }

    internal readonly record struct Change(Parameter Parameter, Tensor Gradient, OptimizerState State);
}
