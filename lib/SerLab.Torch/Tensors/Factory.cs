using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>How new tensors come to be: filled by an operator, or copied from managed memory.</summary>
internal static class Factory
{
    internal static Tensor Filled(Op op, long[] size, ScalarType? dtype, Device? device, bool requiresGrad) =>
        Finish(op.Call(size, dtype, Arg.None, device), requiresGrad);

    internal static Tensor Random(Op op, Generator? generator, long[] size, ScalarType? dtype, Device? device,
        bool requiresGrad) =>
        Finish(op.Call(size, generator, dtype, Arg.None, device), requiresGrad);

    internal static Tensor From<T>(ReadOnlySpan<T> values, long[] shape, ScalarType? dtype, Device? device,
        bool requiresGrad) where T : unmanaged
    {
        long count = 1;
        foreach (var length in shape) count *= length;
        if (count != values.Length)
            throw new ArgumentException($"A shape of {count} elements was given {values.Length} values.");
        var tensor = empty(shape, ElementTypes.Of<T>());
        MemoryMarshal.AsBytes(values).CopyTo(tensor.bytes);
        if (dtype is not null || device is not null)
            tensor = tensor.to(dtype ?? tensor.dtype, device ?? CPU, disposeAfter: true);
        return Finish(tensor, requiresGrad);
    }

    internal static Tensor FromArray<T>(Array values, ScalarType? dtype, Device? device, bool requiresGrad)
        where T : unmanaged
    {
        var shape = new long[values.Rank];
        for (var i = 0; i < shape.Length; i++) shape[i] = values.GetLongLength(i);
        var elements = values.Length == 0
            ? default
            : MemoryMarshal.CreateReadOnlySpan(
                ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(values)),
                values.Length);
        return From(elements, shape, dtype, device, requiresGrad);
    }

    private static Tensor Finish(Tensor tensor, bool requiresGrad)
    {
        if (requiresGrad) tensor.requires_grad = true;
        return tensor;
    }
}
