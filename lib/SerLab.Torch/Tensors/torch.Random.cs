using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Random numbers from 0 up to, not including, 1, equally likely.</summary>
    public static Tensor rand(long[] size, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Factory.Random(Aten.Rand, generator, size, dtype, device, requires_grad);

    /// <summary>Random numbers from 0 up to, not including, 1, equally likely.</summary>
    public static Tensor rand(long size, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        rand([size], dtype, device, requires_grad, generator);

    /// <summary>Random numbers from 0 up to, not including, 1, equally likely.</summary>
    public static Tensor rand(long rows, long columns, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        rand([rows, columns], dtype, device, requires_grad, generator);

    /// <summary>Random numbers from 0 up to, not including, 1, equally likely.</summary>
    public static Tensor rand(long dim0, long dim1, long dim2, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        rand([dim0, dim1, dim2], dtype, device, requires_grad, generator);

    /// <summary>Random numbers from 0 up to, not including, 1, equally likely.</summary>
    public static Tensor rand(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        rand([dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator);

    /// <summary>Random numbers of the standard normal distribution.</summary>
    public static Tensor randn(long[] size, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Factory.Random(Aten.Randn, generator, size, dtype, device, requires_grad);

    /// <summary>Random numbers of the standard normal distribution.</summary>
    public static Tensor randn(long size, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        randn([size], dtype, device, requires_grad, generator);

    /// <summary>Random numbers of the standard normal distribution.</summary>
    public static Tensor randn(long rows, long columns, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        randn([rows, columns], dtype, device, requires_grad, generator);

    /// <summary>Random numbers of the standard normal distribution.</summary>
    public static Tensor randn(long dim0, long dim1, long dim2, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        randn([dim0, dim1, dim2], dtype, device, requires_grad, generator);

    /// <summary>Random numbers of the standard normal distribution.</summary>
    public static Tensor randn(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        randn([dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator);

    /// <summary>Random whole numbers from 0 up to, not including, high.</summary>
    public static Tensor randint(long high, long[] size, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, Generator? generator = null) =>
        randint(0, high, size, dtype, device, requires_grad, generator);

    /// <summary>Random whole numbers from low up to, not including, high.</summary>
    public static Tensor randint(long low, long high, long[] size, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, Generator? generator = null) =>
        Aten.Randint.Call(low, high, size, generator, dtype ?? ScalarType.Int64, Arg.None, device)
            .requires_grad_(requires_grad);

    /// <summary>The numbers from 0 up to, not including, n in random order.</summary>
    public static Tensor randperm(long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null) =>
        Aten.Randperm.Call(n, generator, dtype ?? ScalarType.Int64, Arg.None, device).requires_grad_(requires_grad);

    /// <summary>Random numbers of a normal distribution.</summary>
    public static Tensor normal(double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, Generator? generator = null)
    {
        var numbers = empty(size.ToArray(), dtype, device).normal_(mean, std, generator);
        return numbers.requires_grad_(requires_grad);
    }

    /// <summary>For each row of weights, so many of their indices, drawn by weight.</summary>
    public static Tensor multinomial(Tensor input, long num_samples, bool replacement = false,
        Generator? generator = null) => Aten.Multinomial.Call(input, num_samples, replacement, generator);

    /// <summary>1 with the probability that each element says, else 0.</summary>
    public static Tensor bernoulli(Tensor input, Generator? generator = null) => Aten.Bernoulli.Call(input, generator);

    public partial class Tensor
    {
        /// <summary>Sets the elements to random numbers between two bounds, equally likely; in place.</summary>
        public Tensor uniform_(double from, double to, Generator? generator = null)
        {
            Aten.Uniform.Do(this, from, to, generator);
            return this;
        }

        /// <summary>Sets the elements to random numbers of a normal distribution; in place.</summary>
        public Tensor normal_(double mean = 0.0, double std = 1.0, Generator? generator = null)
        {
            Aten.Normal.Do(this, mean, std, generator);
            return this;
        }

        /// <summary>Sets the elements to 1 with a probability, else to 0; in place.</summary>
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null)
        {
            Aten.BernoulliInPlace.Do(this, p, generator);
            return this;
        }

        /// <summary>Random numbers from 0 up to 1 in the shape of this tensor.</summary>
        public Tensor rand_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            rand(shape, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>Random numbers of the standard normal distribution in the shape of this tensor.</summary>
        public Tensor randn_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            randn(shape, dtype ?? this.dtype, device ?? this.device, requires_grad);
    }

    /// <inheritdoc cref="Tensor.rand_like"/>
    public static Tensor rand_like(Tensor input, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) => input.rand_like(dtype, device, requires_grad);

    /// <inheritdoc cref="Tensor.randn_like"/>
    public static Tensor randn_like(Tensor input, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) => input.randn_like(dtype, device, requires_grad);
}

file static class Aten
{
    internal static readonly Op Rand = new("rand", "generator");
    internal static readonly Op Randn = new("randn", "generator");
    internal static readonly Op Randint = new("randint", "low_generator");
    internal static readonly Op Randperm = new("randperm", "generator");
    internal static readonly Op Multinomial = new("multinomial");
    internal static readonly Op Bernoulli = new("bernoulli");
    internal static readonly Op BernoulliInPlace = new("bernoulli_", "float");
    internal static readonly Op Uniform = new("uniform_");
    internal static readonly Op Normal = new("normal_");
}
