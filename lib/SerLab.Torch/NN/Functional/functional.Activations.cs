using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Each element, or zero where it is negative.</summary>
            public static Tensor relu(Tensor x, bool inplace = false) => inplace ? x.relu_().alias() : x.relu();

            /// <summary>Each element, times a small slope where it is negative.</summary>
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                inplace
                    ? Changed(Aten.LeakyReluInPlace, input, negative_slope)
                    : Aten.LeakyRelu.Call(input, negative_slope);

            /// <summary>Each element, or alpha (exp(x) - 1) where it is negative.</summary>
            public static Tensor elu(Tensor x, double alpha, bool inplace = false) =>
                inplace ? Changed(Aten.EluInPlace, x, alpha) : Aten.Elu.Call(x, alpha);

            /// <summary>Each element times its logistic function.</summary>
            public static Tensor silu(Tensor x, bool inplace = false) =>
                inplace ? Aten.SiluInPlace.On(x).alias() : Aten.Silu.Call(x);

            /// <summary>The Gaussian error linear unit, exact.</summary>
            public static Tensor gelu(Tensor x) => x.gelu();

            /// <summary>The logistic function of each element, between 0 and 1.</summary>
            public static Tensor sigmoid(Tensor x) => x.sigmoid();

            /// <summary>The hyperbolic tangent of each element.</summary>
            public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? x.tanh_().alias() : x.tanh();

            /// <summary>Exponentials along a dimension, divided by their sum.</summary>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

            /// <summary>The logarithm of softmax, exact where softmax is near zero.</summary>
            public static Tensor log_softmax(Tensor x, long dim) => Aten.LogSoftmax.Call(x, dim);

            private static Tensor Changed(Op op, Tensor input, double number)
            {
                op.Do(input, number);
                return input.alias();
            }
        }
    }
}

file static class Aten
{
    internal static readonly Op LeakyRelu = new("leaky_relu");
    internal static readonly Op LeakyReluInPlace = new("leaky_relu_");
    internal static readonly Op Elu = new("elu");
    internal static readonly Op EluInPlace = new("elu_");
    internal static readonly Op Silu = new("silu");
    internal static readonly Op SiluInPlace = new("silu_");
    internal static readonly Op LogSoftmax = new("log_softmax", "int");
}
