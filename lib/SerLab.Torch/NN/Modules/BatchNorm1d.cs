using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Batch normalisation of [batch, channel] or [batch, channel, frame].</summary>
public sealed class BatchNorm1d : NormBase
{
    internal BatchNorm1d(long features, double eps, double? momentum, bool affine, bool track, Device? device,
        ScalarType? dtype) : base(nameof(BatchNorm1d), features, eps, momentum, affine, track, device, dtype)
    {
    }

    private protected override void ValidateInputDimensions(Tensor input)
    {
        if (input.Dimensions is not (2 or 3))
            throw new ArgumentException($"expected 2D or 3D input, but got {input.Dimensions}D input");
    }
}
