using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The same elements in another shape; one length may be -1. A view where that is possible.</summary>
        public Tensor reshape(params long[] shape) => Aten.Reshape.Call(this, shape);

        /// <summary>A view of the same elements in another shape; one length may be -1.</summary>
        public Tensor view(params long[] shape) => Aten.View.Call(this, shape);

        /// <summary>Dimensions start_dim to end_dim as one.</summary>
        public Tensor flatten(long start_dim = 0, long end_dim = -1) => Aten.Flatten.Call(this, start_dim, end_dim);

        /// <summary>A view with two dimensions swapped.</summary>
        public Tensor transpose(long dim0, long dim1) => Aten.Transpose.Call(this, dim0, dim1);

        /// <summary>A view of a matrix with rows and columns swapped.</summary>
        public Tensor t() => Aten.T.Call(this);

        /// <summary>A view with the dimensions in another order.</summary>
        public Tensor permute(params long[] permutation) => Aten.Permute.Call(this, permutation);

        /// <summary>A view without dimensions of length one: without this one, or (null) without any.</summary>
        public Tensor squeeze(long? dim = null) =>
            dim is { } d ? Aten.SqueezeDim.Call(this, d) : Aten.Squeeze.Call(this);

        /// <summary>A view with a dimension of length one put in at dim.</summary>
        public Tensor unsqueeze(long dim) => Aten.Unsqueeze.Call(this, dim);

        /// <summary>A view that repeats dimensions of length one; -1 keeps a length.</summary>
        public Tensor expand(params long[] sizes) => Aten.Expand.Call(this, sizes);

        /// <summary>A view that repeats dimensions of length one to the shape of another tensor.</summary>
        public Tensor expand_as(Tensor other) => expand(other.shape);

        /// <summary>Copies of the tensor laid side by side, so many along each dimension.</summary>
        public Tensor repeat(params long[] sizes) => Aten.Repeat.Call(this, sizes);

        /// <summary>Each slice along a dimension (null: each element) repeated so many times.</summary>
        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) =>
            Aten.RepeatInterleave.Call(this, repeats, dim, output_size);

        /// <summary>The tensor with its elements in the order of their indices; itself if they already are.</summary>
        public Tensor contiguous() => Aten.Contiguous.Call(this);

        /// <summary>A view of windows of so many elements, step apart, as a new last dimension.</summary>
        public Tensor unfold(long dimension, long size, long step) => Aten.Unfold.Call(this, dimension, size, step);

        /// <summary>Dimensions moved to other places.</summary>
        public Tensor movedim(long[] source, long[] destination) => Aten.Movedim.Call(this, source, destination);

        /// <summary>The elements in the opposite order along some dimensions.</summary>
        public Tensor flip(params long[] dims) => Aten.Flip.Call(this, dims);

        /// <summary>
        /// The elements shifted along one dimension (null: through all), those at the end coming first.
        /// </summary>
        public Tensor roll(long shifts, long? dims = null) =>
            Aten.Roll.Call(this, new[] { shifts }, dims is { } d ? new[] { d } : Array.Empty<long>());

        /// <summary>The elements shifted along some dimensions, those at the end coming first.</summary>
        public Tensor roll(long[] shifts, long[] dims) => Aten.Roll.Call(this, shifts, dims);

        /// <summary>Views of equal parts along a dimension, the last one perhaps shorter.</summary>
        public Tensor[] chunk(long chunks, long dim = 0L) => Aten.Chunk.List(this, chunks, dim);

        /// <summary>Views of parts of the given length along a dimension, the last one perhaps shorter.</summary>
        public Tensor[] split(long size, int dim = 0) => Aten.Split.List(this, size, (long)dim);

        /// <summary>Views of parts of the given lengths along a dimension.</summary>
        public Tensor[] split(long[] sizes, long dim = 0) => Aten.SplitSizes.List(this, sizes, dim);

        /// <summary>Views of each slice along a dimension.</summary>
        public Tensor[] unbind(long dimension = 0L) => Aten.Unbind.List(this, dimension);

        /// <summary>The lower triangle of a matrix, the rest zero.</summary>
        public Tensor tril(long diagonal = 0) => Aten.Tril.Call(this, diagonal);

        /// <summary>The upper triangle of a matrix, the rest zero.</summary>
        public Tensor triu(long diagonal = 0) => Aten.Triu.Call(this, diagonal);

        /// <summary>The diagonal of a matrix, or a matrix with this diagonal.</summary>
        public Tensor diag(long diagonal = 0) => Aten.Diag.Call(this, diagonal);
    }

    /// <inheritdoc cref="Tensor.reshape(long[])"/>
    public static Tensor reshape(Tensor input, params long[] shape) => input.reshape(shape);

    /// <inheritdoc cref="Tensor.flatten(long, long)"/>
    public static Tensor flatten(Tensor input, long start_dim = 0, long end_dim = -1) =>
        input.flatten(start_dim, end_dim);

    /// <inheritdoc cref="Tensor.transpose(long, long)"/>
    public static Tensor transpose(Tensor input, long dim0, long dim1) => input.transpose(dim0, dim1);

    /// <inheritdoc cref="Tensor.permute(long[])"/>
    public static Tensor permute(Tensor input, params long[] permutation) => input.permute(permutation);

    /// <inheritdoc cref="Tensor.squeeze(long?)"/>
    public static Tensor squeeze(Tensor input, long? dim = null) => input.squeeze(dim);

    /// <inheritdoc cref="Tensor.unsqueeze(long)"/>
    public static Tensor unsqueeze(Tensor input, long dim) => input.unsqueeze(dim);

    /// <inheritdoc cref="Tensor.flip(long[])"/>
    public static Tensor flip(Tensor input, params long[] dims) => input.flip(dims);

    /// <inheritdoc cref="Tensor.roll(long, long?)"/>
    public static Tensor roll(Tensor input, long shifts, long? dims = null) => input.roll(shifts, dims);

    /// <inheritdoc cref="Tensor.chunk(long, long)"/>
    public static Tensor[] chunk(Tensor input, long chunks, long dim = 0L) => input.chunk(chunks, dim);

    /// <inheritdoc cref="Tensor.unbind(long)"/>
    public static Tensor[] unbind(Tensor input, long dim = 0L) => input.unbind(dim);

    /// <inheritdoc cref="Tensor.tril(long)"/>
    public static Tensor tril(Tensor input, long diagonal = 0) => input.tril(diagonal);

    /// <inheritdoc cref="Tensor.triu(long)"/>
    public static Tensor triu(Tensor input, long diagonal = 0L) => input.triu(diagonal);

    /// <inheritdoc cref="Tensor.diag(long)"/>
    public static Tensor diag(Tensor input, long diagonal = 0) => input.diag(diagonal);

    /// <summary>Tensors of one shape along a new dimension.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Aten.Stack.Call(tensors.ToArray(), dim);

    /// <summary>Tensors one after the other along a dimension.</summary>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Aten.Cat.Call(tensors.ToArray(), dim);
}

file static class Aten
{
    internal static readonly Op Reshape = new("reshape");
    internal static readonly Op View = new("view");
    internal static readonly Op Flatten = new("flatten", "using_ints");
    internal static readonly Op Transpose = new("transpose", "int");
    internal static readonly Op T = new("t");
    internal static readonly Op Permute = new("permute");
    internal static readonly Op Squeeze = new("squeeze");
    internal static readonly Op SqueezeDim = new("squeeze", "dim");
    internal static readonly Op Unsqueeze = new("unsqueeze");
    internal static readonly Op Expand = new("expand");
    internal static readonly Op Repeat = new("repeat");
    internal static readonly Op RepeatInterleave = new("repeat_interleave", "self_int");
    internal static readonly Op Contiguous = new("contiguous");
    internal static readonly Op Unfold = new("unfold");
    internal static readonly Op Movedim = new("movedim", "intlist");
    internal static readonly Op Flip = new("flip");
    internal static readonly Op Roll = new("roll");
    internal static readonly Op Chunk = new("chunk");
    internal static readonly Op Split = new("split", "Tensor");
    internal static readonly Op SplitSizes = new("split_with_sizes");
    internal static readonly Op Unbind = new("unbind", "int");
    internal static readonly Op Tril = new("tril");
    internal static readonly Op Triu = new("triu");
    internal static readonly Op Diag = new("diag");
    internal static readonly Op Stack = new("stack");
    internal static readonly Op Cat = new("cat");
}
