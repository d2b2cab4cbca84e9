using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Linear algebra.</summary>
    public static partial class linalg
    {
        /// <summary>
        /// The singular value decomposition: a matrix is U times the diagonal of S times Vh, the singular values
        /// falling. Without fullMatrices U and Vh have only as many columns and rows as there are singular values.
        /// </summary>
        public static (Tensor U, Tensor S, Tensor Vh) svd(Tensor input, bool fullMatrices = true) =>
            Aten.Svd.Three(input, fullMatrices, Arg.None);
    }
}

file static class Aten
{
    internal static readonly Op Svd = new("linalg_svd");
}
