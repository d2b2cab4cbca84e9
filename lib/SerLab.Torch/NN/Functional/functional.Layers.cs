using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Layers as functions: what they need is given, nothing is kept.</summary>
        public static partial class functional
        {
            /// <summary>x W^T + b over the last dimension.</summary>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) =>
                Aten.Linear.Call(input, weights, bias);

            /// <summary>Convolution over the last dimension of [batch, channel, frame].</summary>
            public static Tensor conv1d(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null,
                long? padding = null, long? dilation = null, long groups = 1) =>
                Convolve.Run(1, input, weight, bias, [stride ?? 1], [padding ?? 0], [dilation ?? 1], groups);

            /// <summary>Convolution over the last two dimensions of [batch, channel, row, column].</summary>
            public static Tensor conv2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null,
                long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                Convolve.Run(2, input, weight, bias, strides ?? [1, 1], padding ?? [0, 0], dilation ?? [1, 1], groups);

            /// <summary>The transpose of a convolution over the last two dimensions.</summary>
            public static Tensor conv_transpose2d(Tensor input, Tensor weight, Tensor? bias = null,
                long[]? strides = null, long[]? padding = null, long[]? output_padding = null, long[]? dilation = null,
                long groups = 1) =>
                Aten.ConvTranspose2d.Call(input, weight, bias, strides ?? [1, 1], padding ?? [0, 0],
                    output_padding ?? [0, 0], groups, dilation ?? [1, 1]);

            /// <summary>Each channel less its mean, over its deviation, times weight plus bias.</summary>
            public static Tensor batch_norm(Tensor input, Tensor? running_mean, Tensor? running_var,
                Tensor? weight = null, Tensor? bias = null, bool training = false, double momentum = 0.1,
                double eps = 1e-5) =>
                Aten.BatchNorm.Call(input, weight, bias, running_mean, running_var, training, momentum, eps, true);

            /// <summary>Each element less the mean of the last dimensions, over their deviation.</summary>
            public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null,
                Tensor? bias = null, double eps = 1e-5) =>
                Aten.LayerNorm.Call(input, normalized_shape, weight, bias, eps);

            /// <summary>
            /// Elements set to zero with probability p in training, the others grown to keep the mean.
            /// </summary>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                Drop(inplace ? Aten.DropoutInPlace : Aten.Dropout, input, p, training, inplace);

            /// <summary>
            /// Whole channels of [batch, channel, row, column] set to zero with probability p in training.
            /// </summary>
            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                Drop(inplace ? Aten.FeatureDropoutInPlace : Aten.FeatureDropout, input, p, training, inplace);

            /// <summary>Each whole number as a row with a one at that place: [..., class].</summary>
            public static Tensor one_hot(Tensor x, long num_classes = -1) => Aten.OneHot.Call(x, num_classes);

            private static Tensor Drop(Op op, Tensor input, double p, bool training, bool inplace)
            {
                if (!inplace) return op.Call(input, p, training);
                op.Do(input, p, training);
                return input.alias();
            }
        }
    }
}

file static class Aten
{
    internal static readonly Op Linear = new("linear");
    internal static readonly Op ConvTranspose2d = new("conv_transpose2d", "input");
    internal static readonly Op BatchNorm = new("batch_norm");
    internal static readonly Op LayerNorm = new("layer_norm");
    internal static readonly Op Dropout = new("dropout");
    internal static readonly Op DropoutInPlace = new("dropout_");
    internal static readonly Op FeatureDropout = new("feature_dropout");
    internal static readonly Op FeatureDropoutInPlace = new("feature_dropout_");
    internal static readonly Op OneHot = new("one_hot");
}
