using System.Collections;
using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The size of each dimension; arrays, single numbers and tuples convert to it by themselves.</summary>
    public readonly partial struct Size : IEnumerable<long>
    {
        /// <summary>No dimensions.</summary>
        public static Size Empty = new(Array.Empty<long>());

        private readonly long[] _shape;

        /// <summary>Takes the sizes from an array.</summary>
        /// <param name="shape">The size of each dimension.</param>
        public Size(long[] shape) => _shape = [.. shape];

        /// <summary>Takes the sizes from an array.</summary>
        /// <param name="shape">The size of each dimension.</param>
        public Size(int[] shape) => _shape = Array.ConvertAll(shape, size => (long)size);

        /// <summary>Takes the sizes from a sequence.</summary>
        /// <param name="shape">The size of each dimension.</param>
        public Size(IEnumerable<long> shape) => _shape = [.. shape];

        /// <summary>One dimension.</summary>
        /// <param name="size">Its size.</param>
        public Size(long size) => _shape = [size];

        /// <summary>One dimension.</summary>
        /// <param name="size">Its size.</param>
        public Size(int size) => _shape = [size];

        /// <summary>The sizes, in a new array.</summary>
        public long[] Shape => [.. _shape];

        /// <summary>The number of dimensions.</summary>
        public int Length => _shape.Length;

        /// <summary>Whether there are no dimensions.</summary>
        public bool IsEmpty => _shape.Length == 0;

        /// <summary>Whether this is the shape of one number.</summary>
        public bool IsScalar => _shape.Length == 0;

        /// <summary>The size of one dimension.</summary>
        /// <param name="idx">The dimension.</param>
        public long this[int idx] => _shape[idx];

        /// <summary>The size of one dimension.</summary>
        /// <param name="idx">The dimension.</param>
        public long this[long idx] => _shape[idx];

        /// <summary>One dimension.</summary>
        /// <param name="size">Its size.</param>
        public static implicit operator Size(long size) => new(size);

        /// <summary>The sizes of an array.</summary>
        /// <param name="size">The size of each dimension.</param>
        public static implicit operator Size(long[] size) => new(size);

        /// <summary>2 dimensions.</summary>
        /// <param name="size">Their sizes.</param>
        public static implicit operator Size((long, long) size) => new((long[])[size.Item1, size.Item2]);

        /// <summary>3 dimensions.</summary>
        /// <param name="size">Their sizes.</param>
        public static implicit operator Size((long, long, long) size) => new((long[])[size.Item1, size.Item2, size.Item3]);

        /// <summary>4 dimensions.</summary>
        /// <param name="size">Their sizes.</param>
        public static implicit operator Size((long, long, long, long) size) =>
            new((long[])[size.Item1, size.Item2, size.Item3, size.Item4]);

        /// <summary>5 dimensions.</summary>
        /// <param name="size">Their sizes.</param>
        public static implicit operator Size((long, long, long, long, long) size) =>
            new((long[])[size.Item1, size.Item2, size.Item3, size.Item4, size.Item5]);

        /// <summary>6 dimensions.</summary>
        /// <param name="size">Their sizes.</param>
        public static implicit operator Size((long, long, long, long, long, long) size) =>
            new((long[])[size.Item1, size.Item2, size.Item3, size.Item4, size.Item5, size.Item6]);

        /// <summary>The dimensions of one shape and then those of another.</summary>
        /// <param name="left">The first ones.</param>
        /// <param name="right">The last ones.</param>
        public static Size operator +(Size left, Size right) => new((long[])[.. left._shape, .. right._shape]);

        /// <summary>Whether two shapes are the same.</summary>
        /// <param name="left">One shape.</param>
        /// <param name="right">The other one.</param>
        public static bool operator ==(Size left, Size right) => Shapes.Same(left._shape, right._shape);

        /// <summary>Whether two shapes differ.</summary>
        /// <param name="left">One shape.</param>
        /// <param name="right">The other one.</param>
        public static bool operator !=(Size left, Size right) => !(left == right);

        /// <summary>The number of elements.</summary>
        /// <returns>The product of the sizes.</returns>
        public long numel() => Shapes.Count(_shape);

        /// <summary>Some neighbouring dimensions.</summary>
        /// <param name="first">The first one.</param>
        /// <param name="next">One past the last one.</param>
        /// <returns>Their shape.</returns>
        public Size Slice(int first, int next) => new(_shape[first..next]);

        /// <summary>Visits the sizes.</summary>
        /// <returns>An enumerator.</returns>
        public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)_shape).GetEnumerator();

        /// <inheritdoc/>
        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        /// <summary>Whether the object is the same shape.</summary>
        /// <param name="obj">The object.</param>
        /// <returns>True for a shape with the same sizes.</returns>
        public override bool Equals(object? obj) => obj is Size other && this == other;

        /// <summary>A number that equal shapes share.</summary>
        /// <returns>The hash code of the sizes.</returns>
        public override int GetHashCode()
        {
            var hash = default(HashCode);
            foreach (var size in _shape)
                hash.Add(size);
            return hash.ToHashCode();
        }

        /// <summary>"[2, 3]".</summary>
        /// <returns>The sizes in brackets.</returns>
        public override string ToString() => Shapes.Text(_shape);
    }
}
