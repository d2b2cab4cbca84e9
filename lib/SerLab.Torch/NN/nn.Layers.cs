using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <inheritdoc cref="Modules.Linear"/>
        public static Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null,
            ScalarType? dtype = null) => new(inputSize, outputSize, hasBias, device, dtype);

        /// <inheritdoc cref="Modules.BatchNorm1d"/>
        public static BatchNorm1d BatchNorm1d(long num_features, double eps = 1e-05, double momentum = 0.1,
            bool affine = true, bool track_running_stats = true, Device? device = null, ScalarType? dtype = null) =>
            new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

        /// <inheritdoc cref="Modules.BatchNorm2d"/>
        public static BatchNorm2d BatchNorm2d(long num_features, double eps = 1e-05, double momentum = 0.1,
            bool affine = true, bool track_running_stats = true, Device? device = null, ScalarType? dtype = null) =>
            new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

        /// <inheritdoc cref="Modules.LayerNorm"/>
        public static LayerNorm LayerNorm(long[] normalized_shape, double eps = 1e-05, bool elementwise_affine = true,
            bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(normalized_shape, eps, elementwise_affine, bias, device, dtype);

        /// <inheritdoc cref="Modules.LayerNorm"/>
        public static LayerNorm LayerNorm(long normalized_shape, double eps = 1e-05, bool elementwise_affine = true,
            bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new([normalized_shape], eps, elementwise_affine, bias, device, dtype);

        /// <inheritdoc cref="Modules.LSTM"/>
        public static LSTM LSTM(long inputSize, long hiddenSize, long numLayers = 1, bool bias = true,
            bool batchFirst = false, double dropout = 0.0, bool bidirectional = false, Device? device = null,
            ScalarType? dtype = null) =>
            new(new LSTM.Layout(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional ? 2 : 1),
                device, dtype);

        /// <inheritdoc cref="Modules.Dropout"/>
        public static Dropout Dropout(double p = 0.5, bool inplace = false) => new(p, inplace);

        /// <inheritdoc cref="Modules.Dropout2d"/>
        public static Dropout2d Dropout2d(double p = 0.5, bool inplace = false) => new(p, inplace);

        /// <inheritdoc cref="Modules.Flatten"/>
        public static Flatten Flatten(long start_dim = 1, long end_dim = -1) => new(start_dim, end_dim);

        /// <inheritdoc cref="Modules.Identity"/>
        public static Identity Identity() => new();

        /// <inheritdoc cref="Modules.Sequential"/>
        public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) =>
            new(modules.Select(m => ((string?)m.name, m.submodule)));

        /// <inheritdoc cref="Modules.Sequential"/>
        public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) =>
            new(modules.Select(m => ((string?)null, m)));

        /// <inheritdoc cref="Modules.Sequential"/>
        public static Sequential Sequential(IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules) =>
            new(modules.Select(m => ((string?)m.name, m.submodule)));

        /// <inheritdoc cref="Modules.Sequential"/>
        public static Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules) =>
            new(modules.Select(m => ((string?)null, m)));
    }
}
