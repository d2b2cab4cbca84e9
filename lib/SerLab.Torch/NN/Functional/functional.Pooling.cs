using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The greatest element of each window of [batch, channel, frame].</summary>
            public static Tensor max_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null,
                long? dilation = null, bool ceil_mode = false) =>
                Aten.Max1.Call(input, Pair.One(kernel_size), Pair.One(stride ?? kernel_size), Pair.One(padding ?? 0),
                    Pair.One(dilation ?? 1), ceil_mode);

            /// <summary>The greatest element of each window of [batch, channel, row, column].</summary>
            public static Tensor max_pool2d(Tensor input, long[] kernel_size, long[]? strides = null,
                long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                Aten.Max2.Call(input, kernel_size, strides ?? kernel_size, padding ?? [0, 0], dilation ?? [1, 1],
                    ceil_mode);

            /// <summary>The greatest element of each window of [batch, channel, row, column].</summary>
            public static Tensor max_pool2d(Tensor input, long kernel_size, long? stride = null, long? padding = null,
                long? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input, Pair.Two(kernel_size), Pair.Two(stride), Pair.Two(padding), Pair.Two(dilation),
                    ceil_mode);

            /// <summary>The mean of each window of [batch, channel, frame].</summary>
            public static Tensor avg_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null,
                bool ceil_mode = false, bool count_include_pad = true) =>
                Aten.Avg1.Call(input, Pair.One(kernel_size), Pair.One(stride ?? kernel_size), Pair.One(padding ?? 0),
                    ceil_mode, count_include_pad);

            /// <summary>The mean of each window of [batch, channel, row, column].</summary>
            public static Tensor avg_pool2d(Tensor input, long[] kernel_size, long[]? stride = null,
                long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true,
                long? divisor_override = null) =>
                Aten.Avg2.Call(input, kernel_size, stride ?? kernel_size, padding ?? [0, 0], ceil_mode,
                    count_include_pad, divisor_override);

            /// <summary>Means of so many windows of equal share of [batch, channel, frame].</summary>
            public static Tensor adaptive_avg_pool1d(Tensor input, long output_size) =>
                Aten.AdaptiveAvg1.Call(input, Pair.One(output_size));

            /// <summary>Means of so many windows of equal share of [batch, channel, row, column].</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) =>
                Aten.AdaptiveAvg2.Call(input, output_size);

            /// <summary>
            /// The greatest elements of so many windows of equal share of [batch, channel, row, column].
            /// </summary>
            public static Tensor adaptive_max_pool2d(Tensor input, long[] output_size)
            {
                var (values, indices) = Aten.AdaptiveMax2.Two(input, output_size);
                indices.Dispose();
                return values;
            }
        }
    }
}

/// <summary>One number or two as the list that libtorch takes.</summary>
internal static class Pair
{
    internal static long[] One(long number) => [number];
    internal static long[] Two(long number) => [number, number];
    internal static long[]? Two(long? number) => number is { } n ? [n, n] : null;
    internal static long[] Two((long, long) pair) => [pair.Item1, pair.Item2];
    internal static long[]? Two((long, long)? pair) => pair is { } p ? Two(p) : null;
}

file static class Aten
{
    internal static readonly Op Max1 = new("max_pool1d");
    internal static readonly Op Max2 = new("max_pool2d");
    internal static readonly Op Avg1 = new("avg_pool1d");
    internal static readonly Op Avg2 = new("avg_pool2d");
    internal static readonly Op AdaptiveAvg1 = new("adaptive_avg_pool1d");
    internal static readonly Op AdaptiveAvg2 = new("adaptive_avg_pool2d");
    internal static readonly Op AdaptiveMax2 = new("adaptive_max_pool2d");
}
