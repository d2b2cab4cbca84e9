using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The part at these places, as a view where no place is a tensor; or sets it.</summary>
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => Part.Put(this, indices, value);
        }

        /// <summary>The part at these numbers, as a view; or sets it.</summary>
        public Tensor this[params long[] indices]
        {
            get => index([.. indices.Select(i => TensorIndex.Single(i))]);
            set => Part.Put(this, [.. indices.Select(i => TensorIndex.Single(i))], value);
        }

        /// <summary>The part at these tensors of numbers, or masks; or sets it.</summary>
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => Part.Put(this, [.. indices.Select(TensorIndex.Tensor)], value);
        }

        /// <summary>The part at these places, as a view where no place is a tensor.</summary>
        public Tensor index(params TensorIndex[] indices) => Part.Get(this, indices);

        /// <summary>The part at these tensors of numbers, or masks.</summary>
        public Tensor index(params Tensor[] indices) => Aten.Index.Call(this, Arg.MaybeTensors(indices));

        /// <summary>Sets the part at these places; in place.</summary>
        public Tensor index_put_(Tensor value, params TensorIndex[] indices)
        {
            Part.Put(this, indices, value);
            return this;
        }

        /// <summary>A view of one index of a dimension, which goes away.</summary>
        public Tensor select(long dim, long index) => Aten.Select.Call(this, dim, index);

        /// <summary>The same memory read in another shape, with so many elements from one to the next.</summary>
        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0L) =>
            Aten.AsStrided.Call(this, size, strides, storageOffset);

        /// <summary>A view of length indices of a dimension from start on.</summary>
        public Tensor narrow(long dim, long start, long length) => Aten.Narrow.Call(this, dim, start, length);

        /// <summary>A view of the indices of a dimension from start up to, not including, finish.</summary>
        public Tensor slice(long dim, long start, long finish, long step) =>
            Aten.Slice.Call(this, dim, start, finish, step);

        /// <summary>The slices of a dimension that a tensor of numbers names.</summary>
        public Tensor index_select(long dim, Tensor index) => Aten.IndexSelect.Call(this, dim, index);

        /// <summary>The elements that an index of the result's shape names along a dimension.</summary>
        public Tensor gather(long dim, Tensor index) => Aten.Gather.Call(this, dim, index);

        /// <summary>Writes src to the elements that index names along a dimension; in place.</summary>
        public Tensor scatter_(long dim, Tensor index, Tensor src)
        {
            Aten.Scatter.Do(this, dim, index, src);
            return this;
        }

        /// <summary>Adds src to the elements that index names along a dimension; in place.</summary>
        public Tensor scatter_add_(long dim, Tensor index, Tensor src)
        {
            Aten.ScatterAdd.Do(this, dim, index, src);
            return this;
        }

        /// <summary>The elements, with a value where the mask is true.</summary>
        public Tensor masked_fill(Tensor mask, Scalar value) => Aten.MaskedFill.Call(this, mask, value);

        /// <summary>Sets a value where the mask is true; in place.</summary>
        public Tensor masked_fill_(Tensor mask, Scalar value)
        {
            Aten.MaskedFillInPlace.Do(this, mask, value);
            return this;
        }

        /// <summary>The elements where the mask is true, in one dimension.</summary>
        public Tensor masked_select(Tensor mask) => Aten.MaskedSelect.Call(this, mask);

        /// <summary>Where elements are nonzero: [count, dimensions].</summary>
        public Tensor nonzero() => Aten.Nonzero.Call(this);

        /// <summary>This where the condition holds, y elsewhere.</summary>
        public Tensor where(Tensor condition, Tensor y) => Aten.Where.Call(condition, this, y);
    }

    /// <summary>x where the condition holds, y elsewhere.</summary>
    public static Tensor where(Tensor condition, Tensor x, Tensor y) => x.where(condition, y);

    /// <inheritdoc cref="Tensor.index_select(long, Tensor)"/>
    public static Tensor index_select(Tensor input, long dim, Tensor index) => input.index_select(dim, index);

    /// <inheritdoc cref="Tensor.gather(long, Tensor)"/>
    public static Tensor gather(Tensor input, long dim, Tensor index) => input.gather(dim, index);
}

file static class Aten
{
    internal static readonly Op Index = new("index", "Tensor");
    internal static readonly Op Select = new("select", "int");
    internal static readonly Op AsStrided = new("as_strided");
    internal static readonly Op Narrow = new("narrow");
    internal static readonly Op Slice = new("slice", "Tensor");
    internal static readonly Op IndexSelect = new("index_select");
    internal static readonly Op Gather = new("gather");
    internal static readonly Op Scatter = new("scatter_", "src");
    internal static readonly Op ScatterAdd = new("scatter_add_");
    internal static readonly Op MaskedFill = new("masked_fill", "Scalar");
    internal static readonly Op MaskedFillInPlace = new("masked_fill_", "Scalar");
    internal static readonly Op MaskedSelect = new("masked_select");
    internal static readonly Op Nonzero = new("nonzero");
    internal static readonly Op Where = new("where", "self");
}
