using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <inheritdoc cref="Modules.SGD"/>
        public static SGD SGD(IEnumerable<Parameter> parameters, double learningRate, double momentum = 0,
            double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
            new(parameters, new SGD.Options
            {
                LearningRate = learningRate, InitialLearningRate = learningRate, momentum = momentum,
                dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize,
            });

        /// <inheritdoc cref="Modules.Adam"/>
        public static Adam Adam(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9,
            double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false,
            bool maximize = false) =>
            new(parameters, new Adam.Options
            {
                LearningRate = lr, InitialLearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps,
                weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize,
            });

        /// <inheritdoc cref="Modules.AdamW"/>
        public static AdamW AdamW(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9,
            double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false,
            bool maximize = false) =>
            new(parameters, new AdamW.Options
            {
                LearningRate = lr, InitialLearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps,
                weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize,
            });
    }
}
