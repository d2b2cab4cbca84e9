using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sum, element by element, shapes broadcast.</summary>
        public Tensor add(Tensor target) => Aten.Add.Call(this, target);

        /// <summary>The sum, element by element, shapes broadcast.</summary>
        public Tensor add(Scalar scalar) => Aten.AddScalar.Call(this, scalar);

        /// <summary>The sum, element by element, shapes broadcast; in place.</summary>
        public Tensor add_(Tensor target)
        {
            Aten.AddInPlace.Do(this, target);
            return this;
        }

        /// <summary>The sum, element by element, shapes broadcast; in place.</summary>
        public Tensor add_(Scalar scalar)
        {
            Aten.AddScalarInPlace.Do(this, scalar);
            return this;
        }

        /// <summary>The difference, element by element, shapes broadcast.</summary>
        public Tensor sub(Tensor target) => Aten.Sub.Call(this, target);

        /// <summary>The difference, element by element, shapes broadcast.</summary>
        public Tensor sub(Scalar target) => Aten.SubScalar.Call(this, target);

        /// <summary>The difference, element by element, shapes broadcast; in place.</summary>
        public Tensor sub_(Tensor target)
        {
            Aten.SubInPlace.Do(this, target);
            return this;
        }

        /// <summary>The difference, element by element, shapes broadcast; in place.</summary>
        public Tensor sub_(Scalar target)
        {
            Aten.SubScalarInPlace.Do(this, target);
            return this;
        }

        /// <summary>The product, element by element, shapes broadcast.</summary>
        public Tensor mul(Tensor target) => Aten.Mul.Call(this, target);

        /// <summary>The product, element by element, shapes broadcast.</summary>
        public Tensor mul(Scalar target) => Aten.MulScalar.Call(this, target);

        /// <summary>The product, element by element, shapes broadcast; in place.</summary>
        public Tensor mul_(Tensor target)
        {
            Aten.MulInPlace.Do(this, target);
            return this;
        }

        /// <summary>The product, element by element, shapes broadcast; in place.</summary>
        public Tensor mul_(Scalar target)
        {
            Aten.MulScalarInPlace.Do(this, target);
            return this;
        }

        /// <summary>The quotient as a real number, element by element, shapes broadcast.</summary>
        public Tensor div(Tensor target) => Aten.Div.Call(this, target);

        /// <summary>The quotient as a real number, element by element, shapes broadcast.</summary>
        public Tensor div(Scalar target) => Aten.DivScalar.Call(this, target);

        /// <summary>The quotient as a real number, element by element, shapes broadcast; in place.</summary>
        public Tensor div_(Tensor target)
        {
            Aten.DivInPlace.Do(this, target);
            return this;
        }

        /// <summary>The quotient as a real number, element by element, shapes broadcast; in place.</summary>
        public Tensor div_(Scalar target)
        {
            Aten.DivScalarInPlace.Do(this, target);
            return this;
        }

        /// <summary>This plus alpha times the target.</summary>
        public Tensor add(Tensor target, Scalar alpha) => Aten.Add.Call(this, target, alpha);

        /// <summary>This plus alpha times the target; in place.</summary>
        public Tensor add_(Tensor target, Scalar alpha)
        {
            Aten.AddInPlace.Do(this, target, alpha);
            return this;
        }

        /// <summary>This plus value times tensor1 times tensor2; in place.</summary>
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value)
        {
            Aten.Addcmul.Do(this, tensor1, tensor2, value);
            return this;
        }

        /// <summary>This plus value times tensor1 over tensor2; in place.</summary>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value)
        {
            Aten.Addcdiv.Do(this, tensor1, tensor2, value);
            return this;
        }

        /// <summary>Each element to a power, element by element.</summary>
        public Tensor pow(Tensor exponent) => Aten.Pow.Call(this, exponent);

        /// <summary>Each element to one power.</summary>
        public Tensor pow(Scalar exponent) => Aten.PowScalar.Call(this, exponent);

        /// <summary>Each element to one power; in place.</summary>
        public Tensor pow_(Scalar exponent)
        {
            Aten.PowInPlace.Do(this, exponent);
            return this;
        }

        /// <summary>Each element times itself.</summary>
        public Tensor square() => pow(2);

        /// <summary>What is left of a division, with the sign of the divisor.</summary>
        public Tensor remainder(Tensor target) => Aten.Remainder.Call(this, target);

        /// <summary>What is left of a division, with the sign of the divisor.</summary>
        public Tensor remainder(Scalar scalar) => Aten.RemainderScalar.Call(this, scalar);

        /// <summary>The angle of the point (other, this), in radians.</summary>
        public Tensor atan2(Tensor other) => Aten.Atan2.Call(this, other);

        /// <summary>Rounds to so many decimals, halves to the even neighbour.</summary>
        public Tensor round(long decimals = 0L) => Aten.Round.Call(this, decimals);
    }

    /// <inheritdoc cref="Tensor.add(Tensor)"/>
    public static Tensor add(Tensor left, Tensor right) => left.add(right);

    /// <inheritdoc cref="Tensor.sub(Tensor)"/>
    public static Tensor sub(Tensor left, Tensor right) => left.sub(right);

    /// <inheritdoc cref="Tensor.mul(Tensor)"/>
    public static Tensor mul(Tensor left, Tensor right) => left.mul(right);

    /// <inheritdoc cref="Tensor.div(Tensor)"/>
    public static Tensor div(Tensor left, Tensor right) => left.div(right);

    /// <inheritdoc cref="Tensor.pow(Tensor)"/>
    public static Tensor pow(Tensor left, Tensor exponent) => left.pow(exponent);

    /// <inheritdoc cref="Tensor.pow(Scalar)"/>
    public static Tensor pow(Tensor left, Scalar exponent) => left.pow(exponent);

    /// <inheritdoc cref="Tensor.square()"/>
    public static Tensor square(Tensor input) => input.square();
}

file static class Aten
{
    internal static readonly Op Add = new("add", "Tensor");
    internal static readonly Op AddScalar = new("add", "Scalar");
    internal static readonly Op AddInPlace = new("add_", "Tensor");
    internal static readonly Op AddScalarInPlace = new("add_", "Scalar");
    internal static readonly Op Sub = new("sub", "Tensor");
    internal static readonly Op SubScalar = new("sub", "Scalar");
    internal static readonly Op SubInPlace = new("sub_", "Tensor");
    internal static readonly Op SubScalarInPlace = new("sub_", "Scalar");
    internal static readonly Op Mul = new("mul", "Tensor");
    internal static readonly Op MulScalar = new("mul", "Scalar");
    internal static readonly Op MulInPlace = new("mul_", "Tensor");
    internal static readonly Op MulScalarInPlace = new("mul_", "Scalar");
    internal static readonly Op Div = new("div", "Tensor");
    internal static readonly Op DivScalar = new("div", "Scalar");
    internal static readonly Op DivInPlace = new("div_", "Tensor");
    internal static readonly Op DivScalarInPlace = new("div_", "Scalar");
    internal static readonly Op Addcmul = new("addcmul_");
    internal static readonly Op Addcdiv = new("addcdiv_");
    internal static readonly Op Pow = new("pow", "Tensor_Tensor");
    internal static readonly Op PowScalar = new("pow", "Tensor_Scalar");
    internal static readonly Op PowInPlace = new("pow_", "Scalar");
    internal static readonly Op Remainder = new("remainder", "Tensor");
    internal static readonly Op RemainderScalar = new("remainder", "Scalar");
    internal static readonly Op Atan2 = new("atan2");
    internal static readonly Op Round = new("round", "decimals");
}
