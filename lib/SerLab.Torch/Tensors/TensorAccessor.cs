using System.Collections;

namespace TorchSharp.Utils;

/// <summary>The elements of a tensor on the processor, read and written from managed code.</summary>
/// <typeparam name="T">The managed type of an element, for example float.</typeparam>
public sealed class TensorAccessor<T> : IDisposable, IEnumerable<T> where T : unmanaged
{
    private readonly torch.Tensor _tensor;

    internal unsafe TensorAccessor(torch.Tensor tensor)
    {
        _tensor = tensor.is_contiguous() ? tensor.Share() : tensor.contiguous();
        _tensor.DetachFromDisposeScope();
        _written = tensor.is_contiguous() ? null : tensor;
        _ = tensor.DataPointer();
    }

    // What writes go to when the tensor is a strided view: the view itself, element by element.
    private readonly torch.Tensor? _written;

    /// <summary>How many elements.</summary>
    public long Count => _tensor.numel();

    /// <summary>The elements in the order of their indices, as an array of their own.</summary>
    public T[] ToArray() => Elements.ToArray();

    /// <summary>The element at an index of every dimension; a single index counts through all elements.</summary>
    /// <exception cref="IndexOutOfRangeException">An index is outside the tensor.</exception>
    public T this[params long[] indices]
    {
        get => Elements[Offset(indices)];
        set
        {
            Elements[Offset(indices)] = value;
            if (_written is not null) WriteBack();
        }
    }

    /// <summary>Copies elements, from number tensorIndex on, to an array, from arrayIndex on.</summary>
    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) =>
        CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <summary>Copies elements, from number tensorIndex on, to a span, from arrayIndex on.</summary>
    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var from = Elements[(int)tensorIndex..];
        from[..Math.Min(from.Length, array.Length - arrayIndex)].CopyTo(array[arrayIndex..]);
    }

    /// <summary>Copies from an array, from arrayIndex on, to the elements, from number tensorIndex on.</summary>
    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var to = Elements[(int)tensorIndex..];
        array.AsSpan(arrayIndex, Math.Min(to.Length, array.Length - arrayIndex)).CopyTo(to);
        if (_written is not null) WriteBack();
    }

    /// <summary>Lets go of the elements; the tensor itself lives on.</summary>
    public void Dispose() => _tensor.Dispose();

    /// <summary>The elements in the order of their indices.</summary>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private unsafe Span<T> Elements => new(_tensor.DataPointer(), checked((int)_tensor.numel()));

    private int Offset(long[] indices)
    {
        var shape = _tensor.shape;
        if (indices.Length == 1) return Inside(indices[0], Count);
        if (indices.Length != shape.Length) throw new IndexOutOfRangeException($"{shape.Length} indices are needed.");
        var offset = 0;
        for (var i = 0; i < indices.Length; i++) offset = offset * (int)shape[i] + Inside(indices[i], shape[i]);
        return offset;
    }

    private static int Inside(long index, long length) => index >= 0 && index < length
        ? (int)index
        : throw new IndexOutOfRangeException($"Index {index} is outside 0 to {length - 1}.");

    private void WriteBack()
    {
        using var quiet = torch.no_grad();
        _written!.copy_(_tensor);
    }
}
