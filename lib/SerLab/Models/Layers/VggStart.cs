using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SerLab.Models.Layers;

/// <summary>The first weights of torchvision's VGG.</summary>
internal static class VggStart
{
    /// <summary>
    /// Draws every convolution normally, so that ReLU keeps the spread backwards (He et al. 2015), every linear layer
    /// with a deviation of 0.01, and sets biases to 0.
    /// </summary>
    public static Module<Tensor, Tensor> Draw(Module<Tensor, Tensor> network)
    {
        foreach (var (_, weight) in network.named_parameters())
        {
            _ = weight.dim() switch
            {
                1 => init.zeros_(weight),
                2 => init.normal_(weight, 0, 0.01),
                _ => init.kaiming_normal_(weight, 0, init.FanInOut.FanOut, init.NonlinearityType.ReLU),
            };
        }
        return network;
    }
}
