using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>True where both are nonzero.</summary>
        public Tensor logical_and(Tensor other) => Aten.LogicalAnd.Call(this, other);

        /// <summary>True where one is nonzero.</summary>
        public Tensor logical_or(Tensor other) => Aten.LogicalOr.Call(this, other);

        /// <summary>True where exactly one is nonzero.</summary>
        public Tensor logical_xor(Tensor other) => Aten.LogicalXor.Call(this, other);
    }

    /// <summary>True where both are nonzero.</summary>
    public static Tensor logical_and(Tensor left, Tensor right) => left.logical_and(right);

    /// <summary>True where one is nonzero.</summary>
    public static Tensor logical_or(Tensor left, Tensor right) => left.logical_or(right);

    /// <summary>True where exactly one is nonzero.</summary>
    public static Tensor logical_xor(Tensor left, Tensor right) => left.logical_xor(right);
}

file static class Aten
{
    internal static readonly Op LogicalAnd = new("logical_and");
    internal static readonly Op LogicalOr = new("logical_or");
    internal static readonly Op LogicalXor = new("logical_xor");
}
