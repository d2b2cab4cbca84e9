using System.Globalization;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The length of each dimension, outermost first.</summary>
        public unsafe long[] shape => new ReadOnlySpan<long>(Info.Sizes, Info.Dimensions).ToArray();

        /// <summary>How many dimensions; 0 for a single number.</summary>
        public long Dimensions => Info.Dimensions;

        /// <summary>How many dimensions; 0 for a single number.</summary>
        public long ndim => Info.Dimensions;

        /// <summary>How many elements: the product of <see cref="shape"/>.</summary>
        public long NumberOfElements => Info.NumberOfElements;

        /// <summary>The bytes of one element.</summary>
        public long ElementSize => Info.ElementSize;

        /// <summary>The type of the elements.</summary>
        public ScalarType dtype => (ScalarType)Info.ScalarType;

        /// <summary>The kind of device that holds the elements.</summary>
        public DeviceType device_type => (DeviceType)Info.DeviceType;

        /// <summary>The number of the device; -1 for the processor.</summary>
        public int device_index => Info.DeviceIndex;

        /// <summary>The device that holds the elements.</summary>
        public Device device => new(device_type, device_index);

        /// <summary>Whether a CUDA card holds the elements.</summary>
        public bool is_cuda => device_type == DeviceType.CUDA;

        /// <summary>Whether the tensor was made by the user, not by an operation that gradients flow through.</summary>
        public bool is_leaf => Info.IsLeaf != 0;

        /// <summary>How many dimensions; 0 for a single number.</summary>
        public long dim() => Info.Dimensions;

        /// <summary>How many elements: the product of <see cref="shape"/>.</summary>
        public long numel() => Info.NumberOfElements;

        /// <summary>The bytes of one element.</summary>
        public long element_size() => Info.ElementSize;

        /// <summary>The length of each dimension, outermost first.</summary>
        public long[] size() => shape;

        /// <summary>The length of one dimension; negative counts from the last.</summary>
        public unsafe long size(int dim) => Info.Sizes[Wrap(dim)];

        /// <summary>How many elements lie between neighbours, for each dimension.</summary>
        public unsafe long[] stride() => new ReadOnlySpan<long>(Info.Strides, Info.Dimensions).ToArray();

        /// <summary>How many elements lie between neighbours of one dimension.</summary>
        public unsafe long stride(int dim) => Info.Strides[Wrap(dim)];

        /// <summary>Whether the elements lie in memory in the order of their indices, without gaps.</summary>
        public bool is_contiguous() => Info.IsContiguous != 0;

        /// <summary>Whether the elements are real numbers with a fraction.</summary>
        public bool is_floating_point() => torch.is_floating_point(dtype);

        /// <summary>Whether the elements are complex numbers.</summary>
        public bool is_complex() => torch.is_complex(dtype);

        /// <summary>Whether the elements are whole numbers or truth values.</summary>
        public bool is_integral() => torch.is_integral(dtype);

        /// <summary>The shape, type and device, not the elements.</summary>
        public override string ToString()
        {
            if (IsInvalid) return "[disposed]";
            var sizes = string.Join("x", shape.Select(n => n.ToString(CultureInfo.InvariantCulture)));
            return $"[{(sizes.Length > 0 ? sizes : "()")}], type = {dtype}, device = {device}";
        }

        internal unsafe TensorInfo Info
        {
            get
            {
                TensorInfo info;
                Shim.Check(Shim.shim_info(Handle, &info));
                return info;
            }
        }

        private int Wrap(int dim)
        {
            var count = Info.Dimensions;
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(dim, count);
            ArgumentOutOfRangeException.ThrowIfLessThan(dim, -count);
            return dim < 0 ? dim + count : dim;
        }
    }
}
