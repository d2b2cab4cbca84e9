using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <inheritdoc cref="Modules.ReLU"/>
        public static ReLU ReLU(bool inplace = false) => new(inplace);

        /// <inheritdoc cref="Modules.LeakyReLU"/>
        public static LeakyReLU LeakyReLU(double negative_slope = 0.01, bool inplace = false) =>
            new(negative_slope, inplace);

        /// <inheritdoc cref="Modules.ELU"/>
        public static ELU ELU(double alpha = 1.0, bool inplace = false) => new(alpha, inplace);

        /// <inheritdoc cref="Modules.SiLU"/>
        public static SiLU SiLU() => new(false);

        /// <inheritdoc cref="Modules.SiLU"/>
        public static SiLU SiLU(bool inplace) => new(inplace);

        /// <inheritdoc cref="Modules.GELU"/>
        public static GELU GELU() => new();

        /// <inheritdoc cref="Modules.Sigmoid"/>
        public static Sigmoid Sigmoid() => new();

        /// <inheritdoc cref="Modules.Tanh"/>
        public static Tanh Tanh() => new();

        /// <inheritdoc cref="Modules.Softmax"/>
        public static Softmax Softmax(long dim) => new(dim);

        /// <inheritdoc cref="Modules.LogSoftmax"/>
        public static LogSoftmax LogSoftmax(long dim) => new(dim);
    }
}
