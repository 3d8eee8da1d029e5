namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// One position of an indexer: an index, a range, <see cref="Ellipsis"/>, <see cref="None"/>, a truth value or a tensor. Integers, C#
    /// indices (<c>^1</c>) and C# ranges (<c>1..3</c>) convert to it by themselves.
    /// </summary>
    public readonly struct TensorIndex
    {
        /// <summary>As many whole dimensions as the other positions leave.</summary>
        public static readonly TensorIndex Ellipsis = new(Kind.Ellipsis);

        /// <summary>A new dimension of size one.</summary>
        public static readonly TensorIndex None = new(Kind.None);

        /// <inheritdoc cref="None"/>
        public static readonly TensorIndex Null = None;

        /// <summary>A whole dimension.</summary>
        public static readonly TensorIndex Colon = Slice();

        private TensorIndex(Kind kind) => Meaning = kind;

        internal enum Kind
        {
            Single,
            Slice,
            Bool,
            Ellipsis,
            None,
            Tensor,
        }

        internal Kind Meaning { get; }

        internal long Index { get; private init; }

        internal long? Start { get; private init; }

        internal long? Stop { get; private init; }

        internal long Step { get; private init; } = 1;

        internal Tensor? Indices { get; private init; }

        /// <summary>An index, after which the dimension disappears.</summary>
        /// <param name="value">The index; negative values count from the end.</param>
        public static implicit operator TensorIndex(long value) => Single(value);

        /// <summary>An index, after which the dimension disappears.</summary>
        /// <param name="index">The index, perhaps from the end: <c>^1</c> is the last.</param>
        public static implicit operator TensorIndex(Index index) => Single(FromStartOrEnd(index));

        /// <summary>A range of a dimension.</summary>
        /// <param name="range">The range, such as <c>1..3</c> or <c>..^1</c>.</param>
        public static implicit operator TensorIndex(Range range) => Slice(range);

        /// <summary>A range of a dimension.</summary>
        /// <param name="range">Start and stop; null stands for the beginning and the end.</param>
        public static implicit operator TensorIndex((int? start, int? end) range) => Slice(range);

        /// <summary>An index, after which the dimension disappears.</summary>
        /// <param name="index">The index; negative values count from the end, and null is <see cref="None"/>.</param>
        /// <returns>The position.</returns>
        public static TensorIndex Single(long? index) => index is null ? None : new(Kind.Single) { Index = index.Value };

        /// <summary>A range of a dimension.</summary>
        /// <param name="start">The first index; the beginning when null. Negative values count from the end.</param>
        /// <param name="stop">One past the last index; the end when null. Negative values count from the end.</param>
        /// <param name="step">Every how manyth; one when null. At least one.</param>
        /// <returns>The position.</returns>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new(Kind.Slice) { Start = start, Stop = stop, Step = step ?? 1 };

        /// <summary>A range of a dimension.</summary>
        /// <param name="range">Start and stop; null stands for the beginning and the end.</param>
        /// <returns>The position.</returns>
        public static TensorIndex Slice((int? start, int? end) range) => Slice(range.start, range.end);

        /// <summary>A range of a dimension.</summary>
        /// <param name="range">The range, such as <c>1..3</c> or <c>..^1</c>.</param>
        /// <returns>The position.</returns>
        public static TensorIndex Slice(Range range) =>
            Slice(FromStartOrEnd(range.Start), range.End.Equals(System.Index.End) ? null : FromStartOrEnd(range.End));

        /// <summary>A new dimension, of size one for true and of size zero for false.</summary>
        /// <param name="value">The truth value.</param>
        /// <returns>The position.</returns>
        public static TensorIndex Bool(bool value) => new(Kind.Bool) { Index = value ? 1 : 0 };

        /// <summary>Indices held in a tensor, or a mask.</summary>
        /// <param name="tensor">Int64 indices of any shape, or truth values of the shape of the dimensions that they mask.</param>
        /// <returns>The position.</returns>
        public static TensorIndex Tensor(Tensor tensor) => new(Kind.Tensor) { Indices = tensor };

        private static long FromStartOrEnd(Index index) => index.IsFromEnd ? -(long)index.Value : index.Value;
    }
}
