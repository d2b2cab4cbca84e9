using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>One operation on many tensors in one native call.</summary>
internal static class Foreach
{
    private static readonly Op ZeroOp = new("_foreach_zero_");
    private static readonly Op AddOp = new("_foreach_add_", "List");
    private static readonly Op AddScalarOp = new("_foreach_add_", "Scalar");
    private static readonly Op MulOp = new("_foreach_mul_", "Scalar");
    private static readonly Op DivOp = new("_foreach_div_", "Scalar");
    private static readonly Op SqrtOp = new("_foreach_sqrt");
    private static readonly Op NegOp = new("_foreach_neg");
    private static readonly Op SumOp = new("_foreach_add", "List");
    private static readonly Op AddcmulOp = new("_foreach_addcmul_", "Scalar");
    private static readonly Op AddcdivOp = new("_foreach_addcdiv_", "Scalar");

    internal static void Zero(Tensor[] tensors) => ZeroOp.Do(tensors);
    internal static void Add(Tensor[] tensors, Tensor[] others, double alpha) => AddOp.Do(tensors, others, alpha);
    internal static void Add(Tensor[] tensors, double number) => AddScalarOp.Do(tensors, number);
    internal static void Multiply(Tensor[] tensors, double number) => MulOp.Do(tensors, number);
    internal static void Divide(Tensor[] tensors, double number) => DivOp.Do(tensors, number);
    internal static Tensor[] Root(Tensor[] tensors) => SqrtOp.List(tensors);
    internal static Tensor[] Negative(Tensor[] tensors) => NegOp.List(tensors);

    internal static Tensor[] Sum(Tensor[] tensors, Tensor[] others, double alpha) =>
        SumOp.List(tensors, others, alpha);

    internal static void AddProduct(Tensor[] tensors, Tensor[] left, Tensor[] right, double value) =>
        AddcmulOp.Do(tensors, left, right, value);

    internal static void AddQuotient(Tensor[] tensors, Tensor[] left, Tensor[] right, double value) =>
        AddcdivOp.Do(tensors, left, right, value);
}
