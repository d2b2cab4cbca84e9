using System.Numerics;
using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A view of the elements from managed code; the tensor must be on the processor.</summary>
        /// <exception cref="ArgumentException">T is not the tensor's element type.</exception>
        /// <exception cref="InvalidOperationException">The tensor is not on the processor.</exception>
        public TensorAccessor<T> data<T>() where T : unmanaged
        {
            RequireType<T>();
            return new TensorAccessor<T>(this);
        }

        /// <summary>The elements as bytes; the tensor must be contiguous and on the processor.</summary>
        /// <exception cref="InvalidOperationException">It is not.</exception>
        public unsafe Span<byte> bytes
        {
            get
            {
                if (!is_contiguous()) throw new InvalidOperationException("Bytes are for contiguous tensors only.");
                return new Span<byte>(DataPointer(), checked((int)(numel() * element_size())));
            }
            set
            {
                var mine = bytes;
                if (value.Length != mine.Length)
                    throw new ArgumentException($"Expected {mine.Length} bytes, got {value.Length}.");
                value.CopyTo(mine);
            }
        }

        /// <summary>The only element of the tensor, wherever it lives.</summary>
        /// <exception cref="ArgumentException">There is more than one, or T is not the element type.</exception>
        public unsafe T item<T>() where T : unmanaged
        {
            RequireType<T>();
            if (numel() != 1) throw new ArgumentException("Number of elements in the tensor must be 1");
            if (device_type == DeviceType.CPU) return *(T*)DataPointer();
            using var here = cpu();
            return *(T*)here.DataPointer();
        }

        /// <summary>The only element as a number of its own kind.</summary>
        public Scalar ToScalar() => dtype switch
        {
            ScalarType.Bool => item<bool>(),
            ScalarType.Byte => item<byte>(),
            ScalarType.Int8 => (short)item<sbyte>(),
            ScalarType.Int16 => item<short>(),
            ScalarType.Int32 => item<int>(),
            ScalarType.Int64 => item<long>(),
            ScalarType.Float64 => item<double>(),
            ScalarType.Float32 => item<float>(),
            _ => Single(),
        };

        // Half precision numbers and what is not a number: libtorch converts, or says why it cannot.
        private Scalar Single()
        {
            using var wide = to_type(ScalarType.Float32);
            return wide.item<float>();
        }

        internal unsafe void* DataPointer()
        {
            if (device_type != DeviceType.CPU)
                throw new InvalidOperationException("The tensor is not on the processor: move it by cpu().");
            void* data;
            Shim.Check(Shim.shim_data(Handle, &data));
            return data;
        }

        private void RequireType<T>() where T : unmanaged
        {
            if (dtype != ElementTypes.Of<T>())
                throw new ArgumentException($"{typeof(T).Name} does not match {dtype}, the type of the tensor.");
        }
    }
}

/// <summary>Which managed type holds the elements of which scalar type.</summary>
internal static class ElementTypes
{
    internal static torch.ScalarType Of<T>() where T : unmanaged => Of(typeof(T));

    internal static torch.ScalarType Of(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Byte => torch.ScalarType.Byte,
        TypeCode.SByte => torch.ScalarType.Int8,
        TypeCode.Int16 => torch.ScalarType.Int16,
        TypeCode.Int32 => torch.ScalarType.Int32,
        TypeCode.Int64 => torch.ScalarType.Int64,
        TypeCode.Single => torch.ScalarType.Float32,
        TypeCode.Double => torch.ScalarType.Float64,
        TypeCode.Boolean => torch.ScalarType.Bool,
        _ when type == typeof(Half) => torch.ScalarType.Float16,
        _ when type == typeof(Complex) => torch.ScalarType.ComplexFloat64,
        _ when type == typeof((float, float)) => torch.ScalarType.ComplexFloat32,
        _ => throw new ArgumentException($"A tensor cannot hold elements of type {type.Name}."),
    };
}
