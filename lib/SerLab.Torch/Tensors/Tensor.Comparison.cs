using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>True where both are equal.</summary>
        public Tensor eq(Tensor target) => Aten.Eq.Call(this, target);

        /// <summary>True where both are equal.</summary>
        public Tensor eq(Scalar target) => Aten.EqScalar.Call(this, target);

        /// <summary>True where both differ.</summary>
        public Tensor ne(Tensor target) => Aten.Ne.Call(this, target);

        /// <summary>True where both differ.</summary>
        public Tensor ne(Scalar target) => Aten.NeScalar.Call(this, target);

        /// <summary>True where the left is smaller.</summary>
        public Tensor lt(Tensor target) => Aten.Lt.Call(this, target);

        /// <summary>True where the left is smaller.</summary>
        public Tensor lt(Scalar target) => Aten.LtScalar.Call(this, target);

        /// <summary>True where the left is smaller or equal.</summary>
        public Tensor le(Tensor target) => Aten.Le.Call(this, target);

        /// <summary>True where the left is smaller or equal.</summary>
        public Tensor le(Scalar target) => Aten.LeScalar.Call(this, target);

        /// <summary>True where the left is greater.</summary>
        public Tensor gt(Tensor target) => Aten.Gt.Call(this, target);

        /// <summary>True where the left is greater.</summary>
        public Tensor gt(Scalar target) => Aten.GtScalar.Call(this, target);

        /// <summary>True where the left is greater or equal.</summary>
        public Tensor ge(Tensor target) => Aten.Ge.Call(this, target);

        /// <summary>True where the left is greater or equal.</summary>
        public Tensor ge(Scalar target) => Aten.GeScalar.Call(this, target);
    }

    /// <summary>True where both are equal.</summary>
    public static Tensor eq(Tensor left, Tensor right) => left.eq(right);

    /// <summary>True where both differ.</summary>
    public static Tensor ne(Tensor left, Tensor right) => left.ne(right);

    /// <summary>True where the left is smaller.</summary>
    public static Tensor lt(Tensor left, Tensor right) => left.lt(right);

    /// <summary>True where the left is smaller or equal.</summary>
    public static Tensor le(Tensor left, Tensor right) => left.le(right);

    /// <summary>True where the left is greater.</summary>
    public static Tensor gt(Tensor left, Tensor right) => left.gt(right);

    /// <summary>True where the left is greater or equal.</summary>
    public static Tensor ge(Tensor left, Tensor right) => left.ge(right);
}

file static class Aten
{
    internal static readonly Op Eq = new("eq", "Tensor");
    internal static readonly Op EqScalar = new("eq", "Scalar");
    internal static readonly Op Ne = new("ne", "Tensor");
    internal static readonly Op NeScalar = new("ne", "Scalar");
    internal static readonly Op Lt = new("lt", "Tensor");
    internal static readonly Op LtScalar = new("lt", "Scalar");
    internal static readonly Op Le = new("le", "Tensor");
    internal static readonly Op LeScalar = new("le", "Scalar");
    internal static readonly Op Gt = new("gt", "Tensor");
    internal static readonly Op GtScalar = new("gt", "Scalar");
    internal static readonly Op Ge = new("ge", "Tensor");
    internal static readonly Op GeScalar = new("ge", "Scalar");
}
