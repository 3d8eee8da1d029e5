using Tortue.Tensors;
using Tortue.Tensors.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// Sorts along a dimension. Equal elements always keep their order; what is not a number counts as the largest.
        /// </summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="descending">Whether the largest come first.</param>
        /// <param name="stable">Has no effect here: the order is always stable.</param>
        /// <returns>The sorted elements, and where each was along the dimension (Int64).</returns>
        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false)
        {
            var d = Shapes.WrapDim(dim, Rank);
            return Sorted("SortBackward0", d, Rank == 0 ? 1 : (int)_sizes[d], descending);
        }

        /// <summary>The indices along a dimension that would sort it; see <see cref="sort"/>.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="descending">Whether those of the largest come first.</param>
        /// <returns>Int64, of the same shape.</returns>
        public Tensor argsort(long dim = -1, bool descending = false)
        {
            var (values, indices) = sort(dim, descending);
            values.Dispose();
            return indices;
        }

        /// <summary>Sorts along the first dimension, the smallest first.</summary>
        /// <returns>A new tensor.</returns>
        public Tensor msort()
        {
            var (values, indices) = sort(0);
            indices.Dispose();
            return values;
        }

        /// <summary>The k largest or smallest elements along a dimension, the first of equal ones first.</summary>
        /// <param name="k">How many, at most the size of the dimension.</param>
        /// <param name="dim">The dimension.</param>
        /// <param name="largest">Whether the largest are wanted, and not the smallest.</param>
        /// <param name="sorted">Has no effect here: the result is always sorted, the most extreme first.</param>
        /// <returns>The elements, and where each was along the dimension (Int64).</returns>
        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true)
        {
            var d = Shapes.WrapDim(dim, Rank);
            if (k < 0 || k > (Rank == 0 ? 1 : _sizes[d]))
                throw TorchError.Because("selected index k out of range");
            CheckedNumber("topk_cpu");
            return Sorted("TopkBackward0", d, k, largest);
        }

        /// <summary>Running sums along a dimension: x₀, x₀ + x₁, and so on.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="type">The element type to compute in; integers become Int64 when null.</param>
        /// <returns>A new tensor.</returns>
        public Tensor cumsum(long dim, ScalarType? type = null)
        {
            var (d, computed) = (Shapes.WrapDim(dim, Rank), TypeForRunning(type));
            if (computed != dtype)
            {
                using var converted = to_type(computed);
                return converted.cumsum(dim, computed);
            }

            var result = Ordering.RunningSum(this, d, fromEnd: false);
            return GradientNode.Begin("CumsumBackward0", this)?
                .Input(this, g => Ordering.RunningSum(g, d, fromEnd: true)).Output(result) ?? result;
        }

        /// <summary>Running products along a dimension: x₀, x₀ · x₁, and so on.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="type">The element type to compute in; integers become Int64 when null.</param>
        /// <returns>A new tensor.</returns>
        public Tensor cumprod(long dim, ScalarType? type = null)
        {
            var (d, computed) = (Shapes.WrapDim(dim, Rank), TypeForRunning(type));
            if (computed != dtype)
            {
                using var converted = to_type(computed);
                return converted.cumprod(dim, computed);
            }

            var result = Ordering.RunningProduct(this, d);
            if (GradientNode.Begin("CumprodBackward0", this) is { } node)
            {
                var factors = node.Save(this);
                node.Input(this, g => Ordering.RunningProductGradient(g, factors.Value, d)).Output(result);
            }

            return result;
        }

        private ScalarType TypeForRunning(ScalarType? type) => type ?? (is_floating_point() ? dtype : ScalarType.Int64);

        private (Tensor Values, Tensor Indices) Sorted(string name, int dim, int kept, bool descending)
        {
            var (values, indices) = Ordering.Sort(this, dim, kept, descending);
            if (GradientNode.Begin(name, this) is { } node)
            {
                var (sizes, at) = (_sizes, node.Save(indices));
                node.Input(this, g => Indexing.ScatterAdd(sizes, dim, at.Value, g)).Output(values);
            }

            return (values, indices);
        }
    }
}
