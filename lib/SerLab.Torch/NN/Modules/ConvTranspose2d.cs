using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>
/// The transpose of a convolution over two dimensions of [batch, channel, row, column]: it makes larger.
/// </summary>
public sealed class ConvTranspose2d : Convolution
{
    internal ConvTranspose2d(Geometry geometry, long inputs, long outputs, bool bias, ScalarType? dtype, Device? device)
        : base(nameof(ConvTranspose2d), geometry, inputs, outputs, bias, dtype, device)
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => functional.conv_transpose2d(
        input, weight, bias, stride, Shape.Around, Shape.Extra, dilation, groups);
}
