using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The tensor with elements of a type; itself if they already are and no copy is asked for.</summary>
        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false,
            bool non_blocking = false) =>
            Converted(Aten.ToType.Call(this, type, non_blocking, copy), disposeAfter);

        /// <inheritdoc cref="to_type"/>
        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to_type(type, copy, disposeAfter, non_blocking);

        /// <summary>The tensor on a device; itself if it already is there and no copy is asked for.</summary>
        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(dtype, device, copy, disposeAfter, non_blocking);

        /// <summary>The tensor on a device; itself if it already is there and no copy is asked for.</summary>
        public Tensor to(DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false,
            bool non_blocking = false) =>
            to(dtype, new Device(deviceType, deviceIndex), copy, disposeAfter, non_blocking);

        /// <summary>The tensor on a device, with elements of a type.</summary>
        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false,
            bool non_blocking = false) =>
            Converted(Aten.ToDevice.Call(this, device, type, non_blocking, copy), disposeAfter);

        /// <summary>The tensor on the device and with the element type of another.</summary>
        public Tensor to(Tensor other, bool non_blocking = false) =>
            to(other.dtype, other.device, non_blocking: non_blocking);

        /// <summary>The tensor on the processor.</summary>
        public Tensor cpu() => to(CPU);

        /// <summary>The tensor on a card (null: the current one).</summary>
        public Tensor cuda(Device? device = null, bool non_blocking = false) =>
            to(device ?? CUDA, non_blocking: non_blocking);

        /// <summary>The tensor with the element type of another.</summary>
        public Tensor type_as(Tensor tensor) => to_type(tensor.dtype);

        /// <summary>The tensor with 32-bit real elements.</summary>
        public Tensor @float() => to_type(ScalarType.Float32);

        /// <summary>The tensor with 64-bit real elements.</summary>
        public Tensor @double() => to_type(ScalarType.Float64);

        /// <summary>The tensor with 32-bit whole elements.</summary>
        public Tensor @int() => to_type(ScalarType.Int32);

        /// <summary>The tensor with 64-bit whole elements.</summary>
        public Tensor @long() => to_type(ScalarType.Int64);

        /// <summary>The tensor with truth values, true where an element is nonzero.</summary>
        public Tensor @bool() => to_type(ScalarType.Bool);

        /// <summary>The real part of each element; of complex ones a view.</summary>
        public Tensor real => Aten.Real.Call(this);

        /// <summary>The imaginary part of each complex element, as a view.</summary>
        public Tensor imag => Aten.Imag.Call(this);

        /// <summary>A copy with memory of its own; gradients flow through.</summary>
        public Tensor clone() => Aten.Clone.Call(this);

        /// <summary>The same elements with a name of their own; gradients flow through.</summary>
        public Tensor alias() => Aten.Alias.Call(this);

        /// <summary>The same elements, through which no gradient flows.</summary>
        public Tensor detach() => Aten.Detach.Call(this);

        /// <summary>Cuts the tensor off from the graph that made it; in place.</summary>
        public Tensor detach_() => Aten.DetachInPlace.On(this);

        /// <summary>Copies the elements of another tensor, shapes broadcast; in place.</summary>
        public Tensor copy_(Tensor source, bool nonBlocking = false)
        {
            Aten.Copy.Do(this, source, nonBlocking);
            return this;
        }

        /// <summary>Sets every element to a number; in place.</summary>
        public Tensor fill_(Scalar value)
        {
            Aten.Fill.Do(this, value);
            return this;
        }

        /// <summary>Sets every element to zero; in place.</summary>
        public Tensor zero_() => Aten.Zero.On(this);

        private Tensor Converted(Tensor result, bool disposeAfter)
        {
            if (disposeAfter) Dispose();
            return result;
        }

        internal bool DiffersFrom(ScalarType type, Device device) =>
            dtype != type || device_type != device.type || (device.index >= 0 && device_index != device.index);
    }

    /// <inheritdoc cref="Tensor.real"/>
    public static Tensor real(Tensor input) => input.real;

    /// <inheritdoc cref="Tensor.imag"/>
    public static Tensor imag(Tensor input) => input.imag;

    /// <inheritdoc cref="Tensor.clone()"/>
    public static Tensor clone(Tensor input) => input.clone();
}

file static class Aten
{
    internal static readonly Op ToType = new("to", "dtype");
    internal static readonly Op ToDevice = new("to", "device");
    internal static readonly Op Real = new("real");
    internal static readonly Op Imag = new("imag");
    internal static readonly Op Clone = new("clone");
    internal static readonly Op Alias = new("alias");
    internal static readonly Op Detach = new("detach");
    internal static readonly Op DetachInPlace = new("detach_");
    internal static readonly Op Copy = new("copy_");
    internal static readonly Op Fill = new("fill_", "Scalar");
    internal static readonly Op Zero = new("zero_");
}
