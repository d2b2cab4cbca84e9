using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Convolution over one dimension of [batch, channel, frame].</summary>
public sealed class Conv1d : Convolution
{
    internal Conv1d(Geometry geometry, long inputs, long outputs, bool bias, ScalarType? dtype, Device? device)
        : base(nameof(Conv1d), geometry, inputs, outputs, bias, dtype, device)
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        if (Shape.Automatic is { } automatic)
            return Convolve.Automatic(1, input, weight, bias, stride, automatic, dilation, groups);
        if (Shape.Mode == PaddingModes.Zeros)
            return Convolve.Run(1, input, weight, bias, stride, Shape.Around, dilation, groups);
        using var padded = Padded(input);
        return Convolve.Run(1, padded, weight, bias, stride, new long[1], dilation, groups);
    }
}
