using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor of zeros.</summary>
    public static Tensor zeros(long[] size, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false) =>
        Factory.Filled(Aten.Zeros, size, dtype, device, requires_grad);

    /// <summary>A tensor of zeros.</summary>
    public static Tensor zeros(long size, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false) =>
        zeros([size], dtype, device, requires_grad);

    /// <summary>A tensor of zeros.</summary>
    public static Tensor zeros(long rows, long columns, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false) =>
        zeros([rows, columns], dtype, device, requires_grad);

    /// <summary>A tensor of zeros.</summary>
    public static Tensor zeros(long dim0, long dim1, long dim2, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false) =>
        zeros([dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>A tensor of zeros.</summary>
    public static Tensor zeros(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false) =>
        zeros([dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>A tensor of ones.</summary>
    public static Tensor ones(long[] size, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false) =>
        Factory.Filled(Aten.Ones, size, dtype, device, requires_grad);

    /// <summary>A tensor of ones.</summary>
    public static Tensor ones(long size, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false) =>
        ones([size], dtype, device, requires_grad);

    /// <summary>A tensor of ones.</summary>
    public static Tensor ones(long rows, long columns, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false) =>
        ones([rows, columns], dtype, device, requires_grad);

    /// <summary>A tensor of ones.</summary>
    public static Tensor ones(long dim0, long dim1, long dim2, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false) =>
        ones([dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>A tensor of ones.</summary>
    public static Tensor ones(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false) =>
        ones([dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>A tensor whose elements are whatever was in memory.</summary>
    public static Tensor empty(long[] size, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false) =>
        Factory.Filled(Aten.Empty, size, dtype, device, requires_grad);

    /// <summary>A tensor whose elements are whatever was in memory.</summary>
    public static Tensor empty(long size, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false) =>
        empty([size], dtype, device, requires_grad);

    /// <summary>A tensor whose elements are whatever was in memory.</summary>
    public static Tensor empty(long rows, long columns, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false) =>
        empty([rows, columns], dtype, device, requires_grad);

    /// <summary>A tensor whose elements are whatever was in memory.</summary>
    public static Tensor empty(long dim0, long dim1, long dim2, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false) =>
        empty([dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>A tensor whose elements are whatever was in memory.</summary>
    public static Tensor empty(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false) =>
        empty([dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>A tensor of one number everywhere; of its own kind where no type is given.</summary>
    public static Tensor full(long[] size, Scalar value, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false) =>
        Aten.Full.Call(size, value, dtype, Arg.None, device).requires_grad_(requires_grad);

    /// <summary>A tensor of one number everywhere; of its own kind where no type is given.</summary>
    public static Tensor full(long size, Scalar value, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false) =>
        full([size], value, dtype, device, requires_grad);

    /// <summary>A tensor of one number everywhere; of its own kind where no type is given.</summary>
    public static Tensor full(long rows, long columns, Scalar value, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false) =>
        full([rows, columns], value, dtype, device, requires_grad);

    /// <summary>A tensor of one number everywhere; of its own kind where no type is given.</summary>
    public static Tensor full(long dim0, long dim1, long dim2, Scalar value, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false) =>
        full([dim0, dim1, dim2], value, dtype, device, requires_grad);

    /// <summary>A tensor of one number everywhere; of its own kind where no type is given.</summary>
    public static Tensor full(long dim0, long dim1, long dim2, long dim3, Scalar value, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false) =>
        full([dim0, dim1, dim2, dim3], value, dtype, device, requires_grad);
}

file static class Aten
{
    internal static readonly Op Zeros = new("zeros");
    internal static readonly Op Ones = new("ones");
    internal static readonly Op Empty = new("empty", "memory_format");
    internal static readonly Op Full = new("full");
}
