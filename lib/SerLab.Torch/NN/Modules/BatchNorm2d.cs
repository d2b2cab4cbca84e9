using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Batch normalisation of [batch, channel, row, column].</summary>
public sealed class BatchNorm2d : NormBase
{
    internal BatchNorm2d(long features, double eps, double? momentum, bool affine, bool track, Device? device,
        ScalarType? dtype) : base(nameof(BatchNorm2d), features, eps, momentum, affine, track, device, dtype)
    {
    }

    private protected override void ValidateInputDimensions(Tensor input)
    {
        if (input.Dimensions != 4)
            throw new ArgumentException($"expected 4D input, but got {input.Dimensions}D input");
    }
}
