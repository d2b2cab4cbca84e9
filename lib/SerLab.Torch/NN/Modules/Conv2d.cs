using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Convolution over two dimensions of [batch, channel, row, column].</summary>
public sealed class Conv2d : Convolution
{
    internal Conv2d(Geometry geometry, long inputs, long outputs, bool bias, ScalarType? dtype, Device? device)
        : base(nameof(Conv2d), geometry, inputs, outputs, bias, dtype, device)
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        if (Shape.Automatic is { } automatic)
            return Convolve.Automatic(2, input, weight, bias, stride, automatic, dilation, groups);
        if (Shape.Mode == PaddingModes.Zeros)
            return Convolve.Run(2, input, weight, bias, stride, Shape.Around, dilation, groups);
        using var padded = Padded(input);
        return Convolve.Run(2, padded, weight, bias, stride, new long[2], dilation, groups);
    }
}
