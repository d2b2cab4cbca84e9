using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public abstract partial class Optimizer
        {
            /// <summary>The settings of the groups and the states of their parameters, in their order.</summary>
            public class StateDictionary
            {
                internal StateDictionary(List<OptimizerOptions> options, List<OptimizerState> state,
                    List<List<int>> index) => (Options, State, StateIndexRef) = (options, state, index);

                /// <summary>The settings of each group.</summary>
                public List<OptimizerOptions> Options { get; }

                /// <summary>The state of each parameter.</summary>
                public List<OptimizerState> State { get; }

                /// <summary>For each group, where its parameters' states are.</summary>
                public List<List<int>> StateIndexRef { get; }
            }
        }
    }
}
