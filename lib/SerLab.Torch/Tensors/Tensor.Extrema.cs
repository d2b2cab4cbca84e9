using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The greatest element.</summary>
        public Tensor max() => Aten.Max.Call(this);

        /// <summary>The greatest elements along one dimension, and where they are.</summary>
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) =>
            Aten.MaxDim.Two(this, dim, keepdim);

        /// <summary>The smallest element.</summary>
        public Tensor min() => Aten.Min.Call(this);

        /// <summary>The smallest elements along one dimension, and where they are.</summary>
        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) =>
            Aten.MinDim.Two(this, dim, keepdim);

        /// <summary>The greatest elements along some dimensions (none: all); ties share the gradient.</summary>
        public Tensor amax(params long[] dims) => Aten.Amax.Call(this, dims);

        /// <summary>The greatest elements along some dimensions; ties share the gradient.</summary>
        public Tensor amax(long[] dims, bool keepdim) => Aten.Amax.Call(this, dims, keepdim);

        /// <summary>The smallest elements along some dimensions (none: all); ties share the gradient.</summary>
        public Tensor amin(params long[] dims) => Aten.Amin.Call(this, dims);

        /// <summary>The smallest elements along some dimensions; ties share the gradient.</summary>
        public Tensor amin(long[] dims, bool keepdim) => Aten.Amin.Call(this, dims, keepdim);

        /// <summary>Where the greatest element is, counted through all elements.</summary>
        public Tensor argmax() => Aten.Argmax.Call(this);

        /// <summary>Where the greatest elements along one dimension are.</summary>
        public Tensor argmax(long dim, bool keepdim = false) => Aten.Argmax.Call(this, dim, keepdim);

        /// <summary>Where the smallest element is, counted through all elements.</summary>
        public Tensor argmin() => Aten.Argmin.Call(this);

        /// <summary>Where the smallest elements along one dimension are.</summary>
        public Tensor argmin(long dim, bool keepdim = false) => Aten.Argmin.Call(this, dim, keepdim);

        /// <summary>The greater of two, element by element.</summary>
        public Tensor maximum(Tensor other) => Aten.Maximum.Call(this, other);

        /// <summary>The smaller of two, element by element.</summary>
        public Tensor minimum(Tensor other) => Aten.Minimum.Call(this, other);

        /// <summary>Each element, kept between two bounds; an absent bound does not bind.</summary>
        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Aten.Clamp.Call(this, min, max);

        /// <summary>Each element, kept between two bounds; in place.</summary>
        public Tensor clamp_(Scalar? min = null, Scalar? max = null)
        {
            Aten.ClampInPlace.Do(this, min, max);
            return this;
        }

        /// <summary>Each element, but at least the bound.</summary>
        public Tensor clamp_min(Scalar min) => Aten.ClampMin.Call(this, min);

        /// <summary>Each element, but at most the bound.</summary>
        public Tensor clamp_max(Scalar max) => Aten.ClampMax.Call(this, max);

        /// <summary>The elements along one dimension in order, and where each was.</summary>
        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) =>
            Aten.Sort.Two(this, stable, dim, descending);

        /// <summary>Where the elements along one dimension come from when put in order.</summary>
        public Tensor argsort(long dim = -1, bool descending = false) => Aten.Argsort.Call(this, dim, descending);

        /// <summary>The k greatest (or smallest) elements along one dimension, and where they are.</summary>
        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) =>
            Aten.Topk.Two(this, k, dim, largest, sorted);

        /// <summary>The middle element; the lower one of two.</summary>
        public Tensor median() => Aten.Median.Call(this);

    }

    /// <inheritdoc cref="Tensor.max()"/>
    public static Tensor max(Tensor input) => input.max();

    /// <inheritdoc cref="Tensor.max(long, bool)"/>
    public static (Tensor values, Tensor indexes) max(Tensor input, long dim, bool keepdim = false) =>
        input.max(dim, keepdim);

    /// <inheritdoc cref="Tensor.min()"/>
    public static Tensor min(Tensor input) => input.min();

    /// <inheritdoc cref="Tensor.min(long, bool)"/>
    public static (Tensor values, Tensor indexes) min(Tensor input, long dim, bool keepdim = false) =>
        input.min(dim, keepdim);

    /// <inheritdoc cref="Tensor.argmax()"/>
    public static Tensor argmax(Tensor input) => input.argmax();

    /// <inheritdoc cref="Tensor.argmax(long, bool)"/>
    public static Tensor argmax(Tensor input, long dim, bool keepdim = false) => input.argmax(dim, keepdim);

    /// <inheritdoc cref="Tensor.argmin()"/>
    public static Tensor argmin(Tensor input) => input.argmin();

    /// <inheritdoc cref="Tensor.maximum(Tensor)"/>
    public static Tensor maximum(Tensor input, Tensor other) => input.maximum(other);

    /// <inheritdoc cref="Tensor.minimum(Tensor)"/>
    public static Tensor minimum(Tensor input, Tensor other) => input.minimum(other);

    /// <inheritdoc cref="Tensor.clamp(Scalar?, Scalar?)"/>
    public static Tensor clamp(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp(min, max);

    /// <inheritdoc cref="Tensor.clamp_min(Scalar)"/>
    public static Tensor clamp_min(Tensor input, Scalar min) => input.clamp_min(min);

    /// <inheritdoc cref="Tensor.clamp_max(Scalar)"/>
    public static Tensor clamp_max(Tensor input, Scalar max) => input.clamp_max(max);

    /// <inheritdoc cref="Tensor.topk(int, int, bool, bool)"/>
    public static (Tensor values, Tensor indices) topk(Tensor tensor, int k, int dim = -1, bool largest = true,
        bool sorted = true) => tensor.topk(k, dim, largest, sorted);

    /// <inheritdoc cref="Tensor.sort(long, bool, bool)"/>
    public static (Tensor values, Tensor indices) sort(Tensor input, long dim = -1, bool descending = false,
        bool stable = false) => input.sort(dim, descending, stable);

    /// <inheritdoc cref="Tensor.argsort(long, bool)"/>
    public static Tensor argsort(Tensor input, long dim = -1, bool descending = false) =>
        input.argsort(dim, descending);
}

file static class Aten
{
    internal static readonly Op Max = new("max");
    internal static readonly Op MaxDim = new("max", "dim");
    internal static readonly Op Min = new("min");
    internal static readonly Op MinDim = new("min", "dim");
    internal static readonly Op Amax = new("amax");
    internal static readonly Op Amin = new("amin");
    internal static readonly Op Argmax = new("argmax");
    internal static readonly Op Argmin = new("argmin");
    internal static readonly Op Maximum = new("maximum");
    internal static readonly Op Minimum = new("minimum");
    internal static readonly Op Clamp = new("clamp");
    internal static readonly Op ClampInPlace = new("clamp_");
    internal static readonly Op ClampMin = new("clamp_min");
    internal static readonly Op ClampMax = new("clamp_max");
    internal static readonly Op Sort = new("sort", "stable");
    internal static readonly Op Argsort = new("argsort");
    internal static readonly Op Topk = new("topk");
    internal static readonly Op Median = new("median");
}
