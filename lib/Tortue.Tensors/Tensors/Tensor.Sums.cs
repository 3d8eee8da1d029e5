using Tortue.Tensors;
using Tortue.Tensors.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sum of all elements.</summary>
        /// <param name="type">The element type to sum in; integers and truth values are summed in Int64 by default.</param>
        /// <returns>A tensor of one number.</returns>
        public Tensor sum(ScalarType? type = null) => Summed([], false, type);

        /// <summary>The sum over a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepdim">Whether it stays, with size one.</param>
        /// <param name="type">The element type to sum in.</param>
        /// <returns>A new tensor.</returns>
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => Summed([dim], keepdim, type);

        /// <summary>The sum over two dimensions.</summary>
        /// <param name="dim0">One dimension.</param>
        /// <param name="dim1">The other one.</param>
        /// <param name="keepdim">Whether they stay, with size one.</param>
        /// <param name="type">The element type to sum in.</param>
        /// <returns>A new tensor.</returns>
        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) => Summed([dim0, dim1], keepdim, type);

        /// <summary>The sum over three dimensions.</summary>
        /// <param name="dim0">The first dimension.</param>
        /// <param name="dim1">The second dimension.</param>
        /// <param name="dim2">The third dimension.</param>
        /// <param name="keepdim">Whether they stay, with size one.</param>
        /// <param name="type">The element type to sum in.</param>
        /// <returns>A new tensor.</returns>
        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) =>
            Summed([dim0, dim1, dim2], keepdim, type);

        /// <summary>The sum over some dimensions.</summary>
        /// <param name="dim">The dimensions; all when empty.</param>
        /// <param name="keepdim">Whether they stay, with size one.</param>
        /// <param name="type">The element type to sum in.</param>
        /// <returns>A new tensor.</returns>
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => Summed(dim, keepdim, type);

        /// <inheritdoc cref="sum(long[], bool, ScalarType?)"/>
        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) => Summed(dim, keepdim, type);

        /// <summary>The mean of all elements.</summary>
        /// <returns>A tensor of one number.</returns>
        public Tensor mean() => mean([]);

        /// <summary>The mean over some dimensions.</summary>
        /// <param name="dimensions">The dimensions; all when empty.</param>
        /// <param name="keepdim">Whether they stay, with size one.</param>
        /// <param name="type">The element type to compute in; needed for integers, which have no mean among themselves.</param>
        /// <returns>A new tensor.</returns>
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null)
        {
            if (!(type ?? dtype).IsFloatingPoint())
            {
                throw TorchError.Because("mean(): could not infer output dtype. Input dtype must be either a floating point or complex " +
                    "dtype. " +
                    $"Got: {ScalarTypes.ShortName(dtype)}");
            }

            using var total = Summed(dimensions, keepdim, type);
            return total.div(Averaged(dimensions));
        }

        /// <summary>The product of all elements.</summary>
        /// <param name="type">The element type to multiply in; integers and truth values are multiplied in Int64 by default.</param>
        /// <returns>A tensor of one number.</returns>
        public Tensor prod(ScalarType? type = null) => Multiplied([], false, type);

        /// <summary>The product over a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepdim">Whether it stays, with size one.</param>
        /// <param name="type">The element type to multiply in.</param>
        /// <returns>A new tensor.</returns>
        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) => Multiplied([dim], keepdim, type);

        /// <summary>How many elements are averaged over some dimensions.</summary>
        private long Averaged(ReadOnlySpan<long> dimensions)
        {
            var count = 1L;
            foreach (var d in Reducing.Dims(this, dimensions))
                count *= _sizes[d];
            return count;
        }

        private Tensor Summed(ReadOnlySpan<long> dimensions, bool keepdim, ScalarType? type)
        {
            if (type is { } wanted && wanted != dtype)
            {
                using var converted = to_type(wanted);
                return converted.Summed(dimensions, keepdim, null);
            }

            var dims = Reducing.Dims(this, dimensions);
            var result = Reducing.Sum(this, dims, keepdim);
            if (GradientNode.Begin("SumBackward0", this) is { } node)
            {
                var (sizes, withDims) = (_sizes, Reducing.SizesAfter(_sizes, dims, keepdim: true));
                node.Input(this, g => g.reshape(withDims).expand(sizes)).Output(result);
            }

            return result;
        }

        private Tensor Multiplied(ReadOnlySpan<long> dimensions, bool keepdim, ScalarType? type)
        {
            if (type is { } wanted && wanted != dtype)
            {
                using var converted = to_type(wanted);
                return converted.Multiplied(dimensions, keepdim, null);
            }

            var dims = Reducing.Dims(this, dimensions);
            var result = Reducing.Product(this, dims, keepdim);
            if (GradientNode.Begin("ProdBackward0", this) is { } node)
            {
                var (saved, withDims) = (node.Save(this), Reducing.SizesAfter(_sizes, dims, keepdim: true));
                node.Input(this, g => g.reshape(withDims).mul(ProductOfOthers(saved.Value, dims))).Output(result);
            }

            return result;
        }

        /// <summary>For each element, the product of the others over some dimensions; exact also where there are zeros.</summary>
        private static Tensor ProductOfOthers(Tensor x, int[] dims)
        {
            var isZero = x.eq(0);
            var zeros = Reducing.Sum(isZero, dims);
            var nonZero = Reducing.Product(x.masked_fill(isZero, 1), dims);
            var elsewhere = nonZero.div(x.masked_fill(isZero, 1)).masked_fill(zeros.gt(0), 0);
            return nonZero.mul(zeros.eq(1).As(x.dtype)).expand(x._sizes).where(isZero, elsewhere);
        }

        /// <summary>
        /// A handle of its own on reduced values, without the reduced dimensions, which have size one, unless they stay. No history.
        /// </summary>
        private static Tensor Shaped(Tensor reduced, int[] dims, bool keepdim)
        {
            if (keepdim)
                return reduced.detach();

            long[] sizes = new long[reduced.Rank - dims.Length], strides = new long[sizes.Length];
            for (int d = 0, kept = 0; kept < sizes.Length; d++)
            {
                if (Array.IndexOf(dims, d) < 0)
                    (sizes[kept], strides[kept++]) = (reduced._sizes[d], reduced._strides[d]);
            }

            return reduced.Reshaped(sizes, strides, reduced._offset);
        }
    }
}
