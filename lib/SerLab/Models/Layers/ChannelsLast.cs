using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SerLab.Models.Layers;

/// <summary>
/// The weights of 2-D convolutions with the channels of a place side by side in memory. libtorch then keeps images that
/// way too, and convolves them up to 1.6 times as fast on a processor; shapes, names and what is stored stay the same.
/// </summary>
internal static class ChannelsLast
{
    /// <summary>Lays out the weights of every 2-D convolution of a new network.</summary>
    public static void LayOut(nn.Module network)
    {
        foreach (var convolution in network.modules().Append(network).OfType<Conv2d>())
        {
            convolution.weight = nn.Parameter(Of(convolution.weight));
        }
    }

    /// <summary>The same numbers [out, in, row, column] in the order [out, row, column, in].</summary>
    private static Tensor Of(Tensor weight)
    {
        using var graph = no_grad();
        using var scope = NewDisposeScope();
        var (channels, rows, columns) = (weight.size(1), weight.size(2), weight.size(3));
        long[] strides = [channels * rows * columns, 1, columns * channels, channels];
        return weight.detach().permute(0, 2, 3, 1).clone().contiguous().as_strided(weight.shape, strides)
            .MoveToOuterDisposeScope();
    }
}
