namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor without dimensions, of one of the 32-bit real numbers.</summary>
    public static Tensor tensor(float scalar, Device? device = null, bool requires_grad = false) =>
        Factory.From<float>([scalar], [], null, device, requires_grad);

    /// <summary>A tensor of one dimension, of 32-bit real numbers (or another type), copied.</summary>
    public static Tensor tensor(float[] rawArray, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Factory.From<float>(rawArray, [rawArray.Length], dtype, device, requires_grad);

    /// <summary>
    /// A tensor of the given shape, of 32-bit real numbers (or another type), copied; the last index runs fastest.
    /// </summary>
    public static Tensor tensor(float[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false) =>
        Factory.From<float>(rawArray, dimensions.ToArray(), dtype, device, requires_grad);

    /// <summary>A tensor of one dimension, of 32-bit real numbers (or another type), copied.</summary>
    public static Tensor tensor(IList<float> rawArray, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        tensor(rawArray.ToArray(), dtype, device, requires_grad);

    /// <summary>A matrix [rows, columns] of 32-bit real numbers (or another type), copied.</summary>
    public static Tensor tensor(float[,] rawArray, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Factory.FromArray<float>(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor of three dimensions, of 32-bit real numbers (or another type), copied.</summary>
    public static Tensor tensor(float[,,] rawArray, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Factory.FromArray<float>(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor without dimensions, of one of the 64-bit real numbers (or another type).</summary>
    public static Tensor tensor(double scalar, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Factory.From<double>([scalar], [], dtype, device, requires_grad);

    /// <summary>A tensor of one dimension, of 64-bit real numbers (or another type), copied.</summary>
    public static Tensor tensor(double[] rawArray, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Factory.From<double>(rawArray, [rawArray.Length], dtype, device, requires_grad);

    /// <summary>
    /// A tensor of the given shape, of 64-bit real numbers (or another type), copied; the last index runs fastest.
    /// </summary>
    public static Tensor tensor(double[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false) =>
        Factory.From<double>(rawArray, dimensions.ToArray(), dtype, device, requires_grad);

    /// <summary>A tensor of one dimension, of 64-bit real numbers (or another type), copied.</summary>
    public static Tensor tensor(IList<double> rawArray, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        tensor(rawArray.ToArray(), dtype, device, requires_grad);

    /// <summary>A matrix [rows, columns] of 64-bit real numbers (or another type), copied.</summary>
    public static Tensor tensor(double[,] rawArray, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Factory.FromArray<double>(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor of three dimensions, of 64-bit real numbers (or another type), copied.</summary>
    public static Tensor tensor(double[,,] rawArray, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Factory.FromArray<double>(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor without dimensions, of one of the 32-bit whole numbers.</summary>
    public static Tensor tensor(int scalar, Device? device = null, bool requires_grad = false) =>
        Factory.From<int>([scalar], [], null, device, requires_grad);

    /// <summary>A tensor of one dimension, of 32-bit whole numbers (or another type), copied.</summary>
    public static Tensor tensor(int[] rawArray, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Factory.From<int>(rawArray, [rawArray.Length], dtype, device, requires_grad);

    /// <summary>
    /// A tensor of the given shape, of 32-bit whole numbers (or another type), copied; the last index runs fastest.
    /// </summary>
    public static Tensor tensor(int[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false) =>
        Factory.From<int>(rawArray, dimensions.ToArray(), dtype, device, requires_grad);

    /// <summary>A tensor of one dimension, of 32-bit whole numbers (or another type), copied.</summary>
    public static Tensor tensor(IList<int> rawArray, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        tensor(rawArray.ToArray(), dtype, device, requires_grad);

    /// <summary>A matrix [rows, columns] of 32-bit whole numbers (or another type), copied.</summary>
    public static Tensor tensor(int[,] rawArray, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Factory.FromArray<int>(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor of three dimensions, of 32-bit whole numbers (or another type), copied.</summary>
    public static Tensor tensor(int[,,] rawArray, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Factory.FromArray<int>(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor without dimensions, of one of the 64-bit whole numbers (or another type).</summary>
    public static Tensor tensor(long scalar, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Factory.From<long>([scalar], [], dtype, device, requires_grad);

    /// <summary>A tensor of one dimension, of 64-bit whole numbers (or another type), copied.</summary>
    public static Tensor tensor(long[] dataArray, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Factory.From<long>(dataArray, [dataArray.Length], dtype, device, requires_grad);

    /// <summary>
    /// A tensor of the given shape, of 64-bit whole numbers (or another type), copied; the last index runs fastest.
    /// </summary>
    public static Tensor tensor(long[] dataArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false) =>
        Factory.From<long>(dataArray, dimensions.ToArray(), dtype, device, requires_grad);

    /// <summary>A tensor of one dimension, of 64-bit whole numbers (or another type), copied.</summary>
    public static Tensor tensor(IList<long> rawArray, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        tensor(rawArray.ToArray(), dtype, device, requires_grad);

    /// <summary>A matrix [rows, columns] of 64-bit whole numbers (or another type), copied.</summary>
    public static Tensor tensor(long[,] rawArray, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Factory.FromArray<long>(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor of three dimensions, of 64-bit whole numbers (or another type), copied.</summary>
    public static Tensor tensor(long[,,] rawArray, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Factory.FromArray<long>(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor without dimensions, of one of the truth values (or another type).</summary>
    public static Tensor tensor(bool scalar, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Factory.From<bool>([scalar], [], dtype, device, requires_grad);

    /// <summary>A tensor of one dimension, of truth values (or another type), copied.</summary>
    public static Tensor tensor(bool[] rawArray, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Factory.From<bool>(rawArray, [rawArray.Length], dtype, device, requires_grad);

    /// <summary>
    /// A tensor of the given shape, of truth values (or another type), copied; the last index runs fastest.
    /// </summary>
    public static Tensor tensor(bool[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false) =>
        Factory.From<bool>(rawArray, dimensions.ToArray(), dtype, device, requires_grad);

    /// <summary>A tensor of one dimension, of truth values (or another type), copied.</summary>
    public static Tensor tensor(IList<bool> rawArray, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        tensor(rawArray.ToArray(), dtype, device, requires_grad);

    /// <summary>A matrix [rows, columns] of truth values (or another type), copied.</summary>
    public static Tensor tensor(bool[,] rawArray, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Factory.FromArray<bool>(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor of three dimensions, of truth values (or another type), copied.</summary>
    public static Tensor tensor(bool[,,] rawArray, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Factory.FromArray<bool>(rawArray, dtype, device, requires_grad);
}
