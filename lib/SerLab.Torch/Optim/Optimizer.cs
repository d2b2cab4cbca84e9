using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Ways to change parameters along their gradients.</summary>
    public static partial class optim
    {
        /// <summary>What has a learning rate that may change while training.</summary>
        public interface ILearningRateController
        {
            /// <summary>The learning rate of the next step.</summary>
            double LearningRate { get; set; }

            /// <summary>The learning rate that training began with.</summary>
            double InitialLearningRate { get; set; }
        }

        /// <summary>Changes parameters along their gradients.</summary>
        public abstract partial class Optimizer : IDisposable
        {
            private protected Optimizer()
            {
            }

            private protected List<ParamGroup> Groups { get; } = [];

            /// <summary>The groups of parameters, each with its learning rate.</summary>
            public virtual IEnumerable<ILearningRateController> ParamGroups => Groups;

            /// <summary>The parameters of all groups.</summary>
            public virtual IEnumerable<Parameter> parameters() => Groups.SelectMany(group => group.Parameters);

            /// <summary>Changes each parameter that has a gradient.</summary>
            /// <param name="closure">Computes the loss and its gradients first; null: the gradients are there.</param>
            /// <returns>The closure's loss, or null.</returns>
            public abstract Tensor? step(Func<Tensor>? closure = null);

            /// <summary>Sets all gradients to zero.</summary>
            public virtual void zero_grad()
            {
                using var scope = NewDisposeScope();
                using var quiet = no_grad();
                Tensor[] grads = [.. parameters().Select(parameter => parameter.grad).OfType<Tensor>()];
                if (grads.Length > 0) Foreach.Zero(grads);
            }

            /// <summary>Disposes the state of every parameter, not the parameters.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Disposes the state of every parameter, not the parameters.</summary>
            /// <param name="disposing">True: called by the user.</param>
            protected virtual void Dispose(bool disposing)
            {
            }
        }
    }
}
