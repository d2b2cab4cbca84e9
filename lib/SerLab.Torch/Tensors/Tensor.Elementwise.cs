using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The absolute value of each element; the magnitude of complex ones.</summary>
        public Tensor abs() => Aten.Abs.Call(this);

        /// <summary>The absolute value of each element; the magnitude of complex ones; in place.</summary>
        public Tensor abs_() => Aten.AbsInPlace.On(this);

        /// <summary>Each element with its sign turned.</summary>
        public Tensor neg() => Aten.Neg.Call(this);

        /// <summary>Each element with its sign turned; in place.</summary>
        public Tensor neg_() => Aten.NegInPlace.On(this);

        /// <summary>The square root of each element; NaN below zero.</summary>
        public Tensor sqrt() => Aten.Sqrt.Call(this);

        /// <summary>The square root of each element; NaN below zero; in place.</summary>
        public Tensor sqrt_() => Aten.SqrtInPlace.On(this);

        /// <summary>One over the square root of each element.</summary>
        public Tensor rsqrt() => Aten.Rsqrt.Call(this);

        /// <summary>One over the square root of each element; in place.</summary>
        public Tensor rsqrt_() => Aten.RsqrtInPlace.On(this);

        /// <summary>e to the power of each element.</summary>
        public Tensor exp() => Aten.Exp.Call(this);

        /// <summary>e to the power of each element; in place.</summary>
        public Tensor exp_() => Aten.ExpInPlace.On(this);

        /// <summary>The natural logarithm of each element.</summary>
        public Tensor log() => Aten.Log.Call(this);

        /// <summary>The natural logarithm of each element; in place.</summary>
        public Tensor log_() => Aten.LogInPlace.On(this);

        /// <summary>The logarithm to base 2 of each element.</summary>
        public Tensor log2() => Aten.Log2.Call(this);

        /// <summary>The logarithm to base 10 of each element.</summary>
        public Tensor log10() => Aten.Log10.Call(this);

        /// <summary>The logarithm to base 10 of each element; in place.</summary>
        public Tensor log10_() => Aten.Log10InPlace.On(this);

        /// <summary>The natural logarithm of one plus each element, exact near zero.</summary>
        public Tensor log1p() => Aten.Log1p.Call(this);

        /// <summary>The natural logarithm of one plus each element, exact near zero; in place.</summary>
        public Tensor log1p_() => Aten.Log1pInPlace.On(this);

        /// <summary>The sine of each element, in radians.</summary>
        public Tensor sin() => Aten.Sin.Call(this);

        /// <summary>The cosine of each element, in radians.</summary>
        public Tensor cos() => Aten.Cos.Call(this);

        /// <summary>The hyperbolic tangent of each element.</summary>
        public Tensor tanh() => Aten.Tanh.Call(this);

        /// <summary>The hyperbolic tangent of each element; in place.</summary>
        public Tensor tanh_() => Aten.TanhInPlace.On(this);

        /// <summary>The logistic function of each element, between 0 and 1.</summary>
        public Tensor sigmoid() => Aten.Sigmoid.Call(this);

        /// <summary>The logistic function of each element, between 0 and 1; in place.</summary>
        public Tensor sigmoid_() => Aten.SigmoidInPlace.On(this);

        /// <summary>Each element, or zero where it is negative.</summary>
        public Tensor relu() => Aten.Relu.Call(this);

        /// <summary>Each element, or zero where it is negative; in place.</summary>
        public Tensor relu_() => Aten.ReluInPlace.On(this);

        /// <summary>Each element rounded down.</summary>
        public Tensor floor() => Aten.Floor.Call(this);

        /// <summary>Each element rounded down; in place.</summary>
        public Tensor floor_() => Aten.FloorInPlace.On(this);

        /// <summary>Each element rounded up.</summary>
        public Tensor ceil() => Aten.Ceil.Call(this);

        /// <summary>Each element rounded up; in place.</summary>
        public Tensor ceil_() => Aten.CeilInPlace.On(this);

        /// <summary>The sign of each element: -1, 0 or 1.</summary>
        public Tensor sign() => Aten.Sign.Call(this);

        /// <summary>One over each element.</summary>
        public Tensor reciprocal() => Aten.Reciprocal.Call(this);

        /// <summary>One over each element; in place.</summary>
        public Tensor reciprocal_() => Aten.ReciprocalInPlace.On(this);
    }

    /// <inheritdoc cref="Tensor.abs()"/>
    public static Tensor abs(Tensor input) => input.abs();

    /// <inheritdoc cref="Tensor.abs_()"/>
    public static Tensor abs_(Tensor input) => input.abs_();

    /// <inheritdoc cref="Tensor.neg()"/>
    public static Tensor neg(Tensor input) => input.neg();

    /// <inheritdoc cref="Tensor.neg_()"/>
    public static Tensor neg_(Tensor input) => input.neg_();

    /// <inheritdoc cref="Tensor.sqrt()"/>
    public static Tensor sqrt(Tensor input) => input.sqrt();

    /// <inheritdoc cref="Tensor.sqrt_()"/>
    public static Tensor sqrt_(Tensor input) => input.sqrt_();

    /// <inheritdoc cref="Tensor.rsqrt()"/>
    public static Tensor rsqrt(Tensor input) => input.rsqrt();

    /// <inheritdoc cref="Tensor.rsqrt_()"/>
    public static Tensor rsqrt_(Tensor input) => input.rsqrt_();

    /// <inheritdoc cref="Tensor.exp()"/>
    public static Tensor exp(Tensor input) => input.exp();

    /// <inheritdoc cref="Tensor.exp_()"/>
    public static Tensor exp_(Tensor input) => input.exp_();

    /// <inheritdoc cref="Tensor.log()"/>
    public static Tensor log(Tensor input) => input.log();

    /// <inheritdoc cref="Tensor.log_()"/>
    public static Tensor log_(Tensor input) => input.log_();

    /// <inheritdoc cref="Tensor.log2()"/>
    public static Tensor log2(Tensor input) => input.log2();

    /// <inheritdoc cref="Tensor.log10()"/>
    public static Tensor log10(Tensor input) => input.log10();

    /// <inheritdoc cref="Tensor.log10_()"/>
    public static Tensor log10_(Tensor input) => input.log10_();

    /// <inheritdoc cref="Tensor.log1p()"/>
    public static Tensor log1p(Tensor input) => input.log1p();

    /// <inheritdoc cref="Tensor.log1p_()"/>
    public static Tensor log1p_(Tensor input) => input.log1p_();

    /// <inheritdoc cref="Tensor.sin()"/>
    public static Tensor sin(Tensor input) => input.sin();

    /// <inheritdoc cref="Tensor.cos()"/>
    public static Tensor cos(Tensor input) => input.cos();

    /// <inheritdoc cref="Tensor.tanh()"/>
    public static Tensor tanh(Tensor input) => input.tanh();

    /// <inheritdoc cref="Tensor.tanh_()"/>
    public static Tensor tanh_(Tensor input) => input.tanh_();

    /// <inheritdoc cref="Tensor.sigmoid()"/>
    public static Tensor sigmoid(Tensor input) => input.sigmoid();

    /// <inheritdoc cref="Tensor.sigmoid_()"/>
    public static Tensor sigmoid_(Tensor input) => input.sigmoid_();

    /// <inheritdoc cref="Tensor.floor()"/>
    public static Tensor floor(Tensor input) => input.floor();

    /// <inheritdoc cref="Tensor.floor_()"/>
    public static Tensor floor_(Tensor input) => input.floor_();

    /// <inheritdoc cref="Tensor.ceil()"/>
    public static Tensor ceil(Tensor input) => input.ceil();

    /// <inheritdoc cref="Tensor.ceil_()"/>
    public static Tensor ceil_(Tensor input) => input.ceil_();

    /// <inheritdoc cref="Tensor.sign()"/>
    public static Tensor sign(Tensor input) => input.sign();

    /// <inheritdoc cref="Tensor.reciprocal()"/>
    public static Tensor reciprocal(Tensor input) => input.reciprocal();

    /// <inheritdoc cref="Tensor.reciprocal_()"/>
    public static Tensor reciprocal_(Tensor input) => input.reciprocal_();
}

file static class Aten
{
    internal static readonly Op Abs = new("abs");
    internal static readonly Op AbsInPlace = new("abs_");
    internal static readonly Op Neg = new("neg");
    internal static readonly Op NegInPlace = new("neg_");
    internal static readonly Op Sqrt = new("sqrt");
    internal static readonly Op SqrtInPlace = new("sqrt_");
    internal static readonly Op Rsqrt = new("rsqrt");
    internal static readonly Op RsqrtInPlace = new("rsqrt_");
    internal static readonly Op Exp = new("exp");
    internal static readonly Op ExpInPlace = new("exp_");
    internal static readonly Op Log = new("log");
    internal static readonly Op LogInPlace = new("log_");
    internal static readonly Op Log2 = new("log2");
    internal static readonly Op Log10 = new("log10");
    internal static readonly Op Log10InPlace = new("log10_");
    internal static readonly Op Log1p = new("log1p");
    internal static readonly Op Log1pInPlace = new("log1p_");
    internal static readonly Op Sin = new("sin");
    internal static readonly Op Cos = new("cos");
    internal static readonly Op Tanh = new("tanh");
    internal static readonly Op TanhInPlace = new("tanh_");
    internal static readonly Op Sigmoid = new("sigmoid");
    internal static readonly Op SigmoidInPlace = new("sigmoid_");
    internal static readonly Op Relu = new("relu");
    internal static readonly Op ReluInPlace = new("relu_");
    internal static readonly Op Floor = new("floor");
    internal static readonly Op FloorInPlace = new("floor_");
    internal static readonly Op Ceil = new("ceil");
    internal static readonly Op CeilInPlace = new("ceil_");
    internal static readonly Op Sign = new("sign");
    internal static readonly Op Reciprocal = new("reciprocal");
    internal static readonly Op ReciprocalInPlace = new("reciprocal_");
}
