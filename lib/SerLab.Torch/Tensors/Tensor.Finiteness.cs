using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>True where an element is not a number.</summary>
        public Tensor isnan() => Aten.Isnan.Call(this);

        /// <summary>True where an element is infinite.</summary>
        public Tensor isinf() => Aten.Isinf.Call(this);

        /// <summary>True where an element is neither infinite nor NaN.</summary>
        public Tensor isfinite() => Aten.Isfinite.Call(this);

        /// <summary>True where an element is zero.</summary>
        public Tensor logical_not() => Aten.LogicalNot.Call(this);
    }

    /// <inheritdoc cref="Tensor.isnan()"/>
    public static Tensor isnan(Tensor input) => input.isnan();

    /// <inheritdoc cref="Tensor.isinf()"/>
    public static Tensor isinf(Tensor tensor) => tensor.isinf();

    /// <inheritdoc cref="Tensor.isfinite()"/>
    public static Tensor isfinite(Tensor tensor) => tensor.isfinite();

    /// <inheritdoc cref="Tensor.logical_not()"/>
    public static Tensor logical_not(Tensor input) => input.logical_not();
}

file static class Aten
{
    internal static readonly Op Isnan = new("isnan");
    internal static readonly Op Isinf = new("isinf");
    internal static readonly Op Isfinite = new("isfinite");
    internal static readonly Op LogicalNot = new("logical_not");
}
