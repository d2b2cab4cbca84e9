using TorchSharp.Modules;
using Geometry = TorchSharp.Modules.Convolution.Geometry;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <inheritdoc cref="Modules.Conv1d"/>
        public static Conv1d Conv1d(long in_channels, long out_channels, long kernel_size, long stride = 1,
            long padding = 0, long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1,
            bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(new Geometry([kernel_size], [stride], [padding], null, [dilation], groups, padding_mode),
                in_channels, out_channels, bias, dtype, device);

        /// <inheritdoc cref="Modules.Conv1d"/>
        public static Conv1d Conv1d(long in_channels, long out_channels, long kernel_size, Padding padding,
            long stride = 1, long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1,
            bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(new Geometry([kernel_size], [stride], [0], padding, [dilation], groups, padding_mode),
                in_channels, out_channels, bias, dtype, device);

        /// <inheritdoc cref="Modules.Conv2d"/>
        public static Conv2d Conv2d(long in_channels, long out_channels, long kernel_size, long stride = 1,
            long padding = 0, long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1,
            bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            Conv2d(in_channels, out_channels, (kernel_size, kernel_size), (stride, stride), (padding, padding),
                (dilation, dilation), padding_mode, groups, bias, device, dtype);

        /// <inheritdoc cref="Modules.Conv2d"/>
        public static Conv2d Conv2d(long in_channels, long out_channels, (long, long) kernel_size,
            (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
            ScalarType? dtype = null) =>
            new(new Geometry(Pair.Two(kernel_size), Pair.Two(stride) ?? [1, 1], Pair.Two(padding) ?? [0, 0], null,
                Pair.Two(dilation) ?? [1, 1], groups, padding_mode), in_channels, out_channels, bias, dtype, device);

        /// <inheritdoc cref="Modules.Conv2d"/>
        public static Conv2d Conv2d(long in_channels, long out_channels, long kernel_size, Padding padding,
            long stride = 1, long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1,
            bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            Conv2d(in_channels, out_channels, (kernel_size, kernel_size), padding, (stride, stride),
                (dilation, dilation), padding_mode, groups, bias, device, dtype);

        /// <inheritdoc cref="Modules.Conv2d"/>
        public static Conv2d Conv2d(long in_channels, long out_channels, (long, long) kernel_size, Padding padding,
            (long, long)? stride = null, (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros,
            long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(new Geometry(Pair.Two(kernel_size), Pair.Two(stride) ?? [1, 1], [0, 0], padding,
                Pair.Two(dilation) ?? [1, 1], groups, padding_mode), in_channels, out_channels, bias, dtype, device);

        /// <inheritdoc cref="Modules.ConvTranspose2d"/>
        public static ConvTranspose2d ConvTranspose2d(long in_channels, long out_channels, long kernel_size,
            long stride = 1, long padding = 0, long output_padding = 0, long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
            ScalarType? dtype = null) =>
            padding_mode == PaddingModes.Zeros
                ? new(new Geometry(Pair.Two(kernel_size), Pair.Two(stride), Pair.Two(padding), null,
                    Pair.Two(dilation), groups, padding_mode, true, Pair.Two(output_padding)),
                    in_channels, out_channels, bias, dtype, device)
                : throw new ArgumentException("Only PaddingModes.Zeros is supported for ConvTranspose2d",
                    nameof(padding_mode));
    }
}
