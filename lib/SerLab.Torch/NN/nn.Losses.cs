using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <inheritdoc cref="Modules.CrossEntropyLoss"/>
        public static CrossEntropyLoss CrossEntropyLoss(Tensor? weight = null, long? ignore_index = null,
            Reduction reduction = Reduction.Mean) => new(weight, ignore_index, reduction);

        /// <inheritdoc cref="Modules.NLLLoss"/>
        public static NLLLoss NLLLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
            new(weight, reduction);

        /// <inheritdoc cref="Modules.MSELoss"/>
        public static MSELoss MSELoss(Reduction reduction = Reduction.Mean) => new(reduction);

        /// <inheritdoc cref="Modules.L1Loss"/>
        public static L1Loss L1Loss(Reduction reduction = Reduction.Mean) => new(reduction);
    }
}
