using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>What a <see cref="Slot"/> holds; mirrors the enumeration in native/shim.cpp.</summary>
internal enum Kind
{
    None, Tensor, Int, Double, Bool, Ints, Tensors, Text, Generator, Device, Doubles, MaybeTensors,
}

/// <summary>One argument or result as the C door sees it: 16 bytes, mirrored in native/shim.cpp.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Slot
{
    public Kind Kind;
    public int Length;
    public long Bits;
}

/// <summary>The description of a tensor; the two pointers live as long as the tensor does.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct TensorInfo
{
    public long* Sizes;
    public long* Strides;
    public long NumberOfElements;
    public long Offset;
    public int Dimensions;
    public int ScalarType;
    public int DeviceType;
    public int DeviceIndex;
    public int ElementSize;
    public int RequiresGrad;
    public int IsLeaf;
    public int IsContiguous;
}
