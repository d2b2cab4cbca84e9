namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Ways to change learning rates from epoch to epoch.</summary>
        public static partial class lr_scheduler
        {
            /// <summary>Sets the learning rate of every group at the end of each epoch.</summary>
            public abstract class LRScheduler
            {
                private readonly ILearningRateController[] _groups;
                private int _epoch;

                private protected LRScheduler(Optimizer optimizer) => _groups = [.. optimizer.ParamGroups];

                /// <summary>Goes to the next epoch.</summary>
                public virtual void step()
                {
                    _epoch++;
                    foreach (var group in _groups) group.LearningRate = Rate(group.InitialLearningRate, _epoch);
                }

                /// <summary>The learning rate of each group now.</summary>
                public IEnumerable<double> get_last_lr() => _groups.Select(group => group.LearningRate);

                private protected abstract double Rate(double first, int epoch);
            }

            /// <summary>Multiplies the rates by gamma every step_size epochs.</summary>
            public static LRScheduler StepLR(Optimizer optimizer, int step_size, double gamma = 0.1) =>
                new Steps(optimizer, step_size, gamma);

            /// <summary>Lowers the rates to eta_min along half a cosine of T_max epochs.</summary>
            public static LRScheduler CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0) =>
                new Cosine(optimizer, T_max, eta_min);

            private sealed class Steps(Optimizer optimizer, int size, double gamma) : LRScheduler(optimizer)
            {
                private protected override double Rate(double first, int epoch) =>
                    first * Math.Pow(gamma, epoch / size);
            }

            private sealed class Cosine(Optimizer optimizer, double length, double least) : LRScheduler(optimizer)
            {
                private protected override double Rate(double first, int epoch) =>
                    least + (first - least) * (1 + Math.Cos(Math.PI * epoch / length)) / 2;
            }
        }
    }
}
