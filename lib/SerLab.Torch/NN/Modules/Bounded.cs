using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The first bias of a linear or convolution layer, as PyTorch draws it.</summary>
internal static class Bounded
{
    internal static Parameter Bias(Tensor weight, long length, ScalarType? dtype, Device? device)
    {
        var (fanIn, _) = init.CalculateFanInAndFanOut(weight);
        var bound = fanIn > 0 ? 1 / Math.Sqrt(fanIn) : 0;
        var bias = new Parameter(empty(length, dtype, device));
        init.uniform_(bias, -bound, bound);
        return bias;
    }
}
