using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The phase of each complex element, in radians from -pi to pi.</summary>
        public Tensor angle() => Aten.Angle.Call(this);

        /// <summary>The complex conjugate of each element, as a view.</summary>
        public Tensor conj() => Aten.Conj.Call(this);

        /// <summary>A view of complex numbers as [..., 2] real ones.</summary>
        public Tensor view_as_real() => Aten.ViewAsReal.Call(this);

        /// <summary>A view of [..., 2] real numbers as complex ones.</summary>
        public Tensor view_as_complex() => Aten.ViewAsComplex.Call(this);
    }

    /// <inheritdoc cref="Tensor.angle()"/>
    public static Tensor angle(Tensor input) => input.angle();

    /// <inheritdoc cref="Tensor.conj()"/>
    public static Tensor conj(Tensor input) => input.conj();

    /// <inheritdoc cref="Tensor.view_as_real()"/>
    public static Tensor view_as_real(Tensor input) => input.view_as_real();

    /// <inheritdoc cref="Tensor.view_as_complex()"/>
    public static Tensor view_as_complex(Tensor input) => input.view_as_complex();
}

file static class Aten
{
    internal static readonly Op Angle = new("angle");
    internal static readonly Op Conj = new("conj");
    internal static readonly Op ViewAsReal = new("view_as_real");
    internal static readonly Op ViewAsComplex = new("view_as_complex");
}
