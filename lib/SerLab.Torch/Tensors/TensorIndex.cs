namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// One place of an indexer: a number, a slice, a tensor of numbers or truths, or one of the signs.
    /// </summary>
    public struct TensorIndex
    {
        internal enum Kind { None, Single, Null, Ellipsis, Bool, Tensor, Slice }

        internal Kind Sort { get; private init; }
        internal long? Start { get; private init; }
        internal long? Stop { get; private init; }
        internal long? Step { get; private init; }
        internal Tensor? Content { get; private init; }

        /// <summary>Every index of a dimension.</summary>
        public static readonly TensorIndex Colon = Slice();

        /// <summary>Every dimension that the other places do not name.</summary>
        public static readonly TensorIndex Ellipsis = new() { Sort = Kind.Ellipsis };

        /// <summary>A new dimension of length one.</summary>
        public static readonly TensorIndex None = new() { Sort = Kind.None };

        /// <summary>A new dimension of length one.</summary>
        public static readonly TensorIndex Null = new() { Sort = Kind.Null };

        /// <summary>Indices from start up to, not including, stop; negative ones count from the end.</summary>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new() { Sort = Kind.Slice, Start = start, Stop = stop, Step = step };

        /// <summary>A new dimension of length one (true) or zero (false).</summary>
        public static TensorIndex Bool(bool value) => new() { Sort = Kind.Bool, Start = value ? 1 : 0 };

        /// <summary>One index; the dimension goes away.</summary>
        public static TensorIndex Single(long? index) => new() { Sort = Kind.Single, Start = index };

        /// <summary>A tensor of indices, or a mask.</summary>
        public static TensorIndex Tensor(Tensor tensor) => new() { Sort = Kind.Tensor, Content = tensor };

        /// <summary>One index.</summary>
        public static implicit operator TensorIndex(long value) => Single(value);

        /// <summary>A slice, as 2..5 or 1..^1.</summary>
        public static implicit operator TensorIndex(Range range) => Slice(
            From(range.Start), range.End is { IsFromEnd: true, Value: 0 } ? null : From(range.End));

        /// <summary>One index, as ^1.</summary>
        public static implicit operator TensorIndex(Index index) => Single(From(index));

        private static long From(Index index) => index.IsFromEnd ? -index.Value : index.Value;
    }
}
