using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>How values between the grid points are found.</summary>
    public enum InterpolationMode
    {
        /// <summary>The nearest point's, counted as PyTorch always did.</summary>
        Nearest = 0,
        /// <summary>On the line between two points: [batch, channel, frame].</summary>
        Linear = 1,
        /// <summary>On the lines between four points: [batch, channel, row, column].</summary>
        Bilinear = 2,
        /// <summary>On cubic curves: [batch, channel, row, column].</summary>
        Bicubic = 3,
    }

    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// A tensor with more around it: so many before and after each dimension, the last one first.
            /// </summary>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant,
                double value = 0) => mode switch
                {
                    PaddingModes.Constant => Aten.Pad.Call(input, pad, "constant", value),
                    PaddingModes.Zeros => Aten.Pad.Call(input, pad, "constant", 0.0),
                    PaddingModes.Reflect => Aten.Pad.Call(input, pad, "reflect"),
                    PaddingModes.Replicate => Aten.Pad.Call(input, pad, "replicate"),
                    _ => Aten.Pad.Call(input, pad, "circular"),
                };

            /// <summary>A tensor with so many elements before and after its last dimension.</summary>
            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant,
                double value = 0) => functional.pad(input, [pad.Item1, pad.Item2], mode, value);

            /// <summary>A tensor with more around its last two dimensions: left, right, above, below.</summary>
            public static Tensor pad(Tensor input, (long, long, long, long) pad,
                PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad.Item1, pad.Item2, pad.Item3, pad.Item4], mode, value);

            /// <summary>[batch, channel, ...] in another size, given as lengths or as factors.</summary>
            /// <exception cref="ArgumentException">Neither or both are given, or the mode does not fit.</exception>
            public static Tensor interpolate(Tensor x, long[]? size = null, double[]? scale_factor = null,
                InterpolationMode mode = InterpolationMode.Nearest, bool? align_corners = null)
            {
                if (size is null == scale_factor is null)
                    throw new ArgumentException("Exactly one of size and scale_factor must be given.");
                var spread = (size?.Length, scale_factor?.Length) is (1, null) or (null, 1) ? (int)x.Dimensions - 2 : 1;
                size = spread > 1 && size is not null ? [.. Enumerable.Repeat(size[0], spread)] : size;
                scale_factor = spread > 1 && scale_factor is not null
                    ? [.. Enumerable.Repeat(scale_factor[0], spread)] : scale_factor;
                return (mode, x.Dimensions) switch
                {
                    (InterpolationMode.Nearest, 3) => Aten.Nearest1.Call(x, size, scale_factor),
                    (InterpolationMode.Nearest, 4) => Aten.Nearest2.Call(x, size, scale_factor),
                    (InterpolationMode.Linear, 3) => Aten.Linear.Call(x, size, align_corners ?? false, scale_factor),
                    (InterpolationMode.Bilinear, 4) =>
                        Aten.Bilinear.Call(x, size, align_corners ?? false, scale_factor),
                    (InterpolationMode.Bicubic, 4) => Aten.Bicubic.Call(x, size, align_corners ?? false, scale_factor),
                    _ => throw new ArgumentException($"{mode} does not fit a tensor of {x.Dimensions} dimensions."),
                };
            }
        }
    }
}

file static class Aten
{
    internal static readonly Op Pad = new("pad");
    internal static readonly Op Nearest1 = new("upsample_nearest1d", "vec");
    internal static readonly Op Nearest2 = new("upsample_nearest2d", "vec");
    internal static readonly Op Linear = new("upsample_linear1d", "vec");
    internal static readonly Op Bilinear = new("upsample_bilinear2d", "vec");
    internal static readonly Op Bicubic = new("upsample_bicubic2d", "vec");
}
