using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What becomes of the losses of all elements.</summary>
        public enum Reduction : long
        {
            /// <summary>They stay as they are.</summary>
            None = 0,
            /// <summary>Their mean.</summary>
            Mean = 1,
            /// <summary>Their sum.</summary>
            Sum = 2,
        }

        public static partial class functional
        {
            /// <summary>The cross-entropy of scores [batch, class, ...] and class numbers or probabilities.</summary>
            /// <param name="input">Scores before softmax.</param>
            /// <param name="target">Class numbers [batch, ...], or probabilities in the input's shape.</param>
            /// <param name="weight">A weight for each class; null: one.</param>
            /// <param name="ignore_index">Targets of this number count for nothing.</param>
            /// <param name="reduction">The mean divides by the sum of the weights.</param>
            /// <param name="label_smoothing">The share of each target spread evenly over all classes.</param>
            public static Tensor cross_entropy(Tensor input, Tensor target, Tensor? weight = null,
                long ignore_index = -100, Reduction reduction = Reduction.Mean, double label_smoothing = 0.0) =>
                Aten.CrossEntropy.Call(input, target, weight, (long)reduction, ignore_index, label_smoothing);

            /// <summary>Minus the log-probabilities [batch, class, ...] of class numbers [batch, ...].</summary>
            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null,
                Reduction reduction = Reduction.Mean) => Aten.Nll.Call(input, target, weight, (long)reduction);

            /// <summary>The squared difference.</summary>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Aten.Mse.Call(input, target, (long)reduction);

            /// <summary>The absolute difference.</summary>
            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Aten.L1.Call(input, target, (long)reduction);

            /// <summary>The cross-entropy of scores before the logistic function and truths between 0 and 1.</summary>
            public static Tensor binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight = null,
                Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) =>
                Aten.Bce.Call(input, target, weight, pos_weights, (long)reduction);
        }
    }
}

file static class Aten
{
    internal static readonly Op CrossEntropy = new("cross_entropy_loss");
    internal static readonly Op Nll = new("nll_loss_nd");
    internal static readonly Op Mse = new("mse_loss");
    internal static readonly Op L1 = new("l1_loss");
    internal static readonly Op Bce = new("binary_cross_entropy_with_logits");
}
