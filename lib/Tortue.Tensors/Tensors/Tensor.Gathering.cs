using Tortue.Tensors;
using Tortue.Tensors.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Elements along a dimension, each at the index that an index tensor has in its place.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">Int64 indices, with as many dimensions as this tensor.</param>
        /// <returns>A new tensor of the index's shape.</returns>
        public Tensor gather(long dim, Tensor index)
        {
            var d = CheckedForIndices("gather", dim, index);
            var result = Indexing.Gather(this, d, index);
            if (GradientNode.Begin("GatherBackward0", this) is { } node)
            {
                var (sizes, at) = (_sizes, node.Save(index));
                node.Input(this, g => Indexing.ScatterAdd(sizes, d, at.Value, g)).Output(result);
            }

            return result;
        }

        /// <summary>The parts at some indices of a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">Int64 indices in one dimension.</param>
        /// <returns>A new tensor.</returns>
        public Tensor index_select(long dim, Tensor index)
        {
            if (index.Rank > 1)
                throw TorchError.Because("index_select(): Index is supposed to be a vector");

            var d = Shapes.WrapDim(dim, Rank);
            if (Rank == 0 && index.Count != 1)
                throw TorchError.Because($"index_select(): Index to scalar can have only 1 value, got {index.Count} value(s)");
            if (index.dtype is not (ScalarType.Int64 or ScalarType.Int32))
                throw TorchError.Because("index_select(): Expected dtype int32 or int64 for index");

            return Composite.Of(() =>
            {
                if (index.lt(0).logical_or(index.ge(Rank == 0 ? 1 : _sizes[d])).any().item<bool>())
                {
                    throw TorchError.Because($"index out of range in self: dimension {d} has the indices 0 to " +
                        $"{(Rank == 0 ? 1 : _sizes[d]) - 1}");
                }

                return Rank == 0
                    ? reshape(1).index_select(0, index).reshape([])
                    : this[[.. Enumerable.Repeat(TensorIndex.Colon, d), TensorIndex.Tensor(index.reshape(-1))]];
            });
        }

        /// <summary>A copy in which sources are written at indices along a dimension; of equal indices the last wins.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">Int64 indices, with as many dimensions as this tensor.</param>
        /// <param name="src">The values, at least as large as the index.</param>
        /// <returns>A new tensor.</returns>
        public Tensor scatter(long dim, Tensor index, Tensor src)
        {
            var d = CheckedForIndices("scatter", dim, index, src);
            var result = Copied();
            Indexing.ScatterTo(result, d, index, src);
            if (GradientNode.Begin("ScatterBackward0", this, src) is { } node)
            {
                var (at, sizes) = (node.Save(index), src._sizes);
                node.Input(this, g =>
                {
                    var rest = g.Copied();
                    Indexing.ScatterTo(rest, d, at.Value, g.new_zeros(at.Value._sizes));
                    return rest;
                }).Input(src, g => Padded(Indexing.Gather(g, d, at.Value), sizes)).Output(result);
            }

            return result;
        }

        /// <summary>A copy to which sources are added at indices along a dimension; equal indices add up.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">Int64 indices, with as many dimensions as this tensor.</param>
        /// <param name="src">The values, at least as large as the index.</param>
        /// <returns>A new tensor.</returns>
        public Tensor scatter_add(long dim, Tensor index, Tensor src)
        {
            var d = CheckedForIndices("scatter_add", dim, index, src);
            var result = Copied();
            Indexing.ScatterAddTo(result, d, index, src);
            if (GradientNode.Begin("ScatterAddBackward0", this, src) is { } node)
            {
                var (at, sizes) = (node.Save(index), src._sizes);
                node.Input(this, static g => g).Input(src, g => Padded(Indexing.Gather(g, d, at.Value), sizes)).Output(result);
            }

            return result;
        }

        /// <inheritdoc cref="scatter"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor scatter_(long dim, Tensor index, Tensor src) => Become(x => x.scatter(dim, index, src), src);

        /// <inheritdoc cref="scatter_add"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor scatter_add_(long dim, Tensor index, Tensor src) => Become(x => x.scatter_add(dim, index, src), src);

        /// <summary>The positions of the elements that are not zero.</summary>
        /// <returns>Int64: one row for each such element, one column for each dimension.</returns>
        public Tensor nonzero() => Indexing.NonZero(this);

        /// <summary>The elements where a mask holds, in row-major order.</summary>
        /// <param name="mask">Truth values; both shapes are broadcast.</param>
        /// <returns>A new tensor of one dimension.</returns>
        public Tensor masked_select(Tensor mask)
        {
            if (mask.dtype != ScalarType.Bool)
                throw TorchError.Because("masked_select: expected BoolTensor for mask, but got " + ScalarTypes.ShortName(mask.dtype));
            var sizes = Shapes.Broadcast(mask._sizes, _sizes);
            if (sizes.Length == 0)
                sizes = [1];
            return Composite.Of(() => Expanded(sizes)[TensorIndex.Tensor(mask.Expanded(sizes))]);
        }

        private static Tensor Padded(Tensor g, long[] sizes)
        {
            if (Shapes.Same(g._sizes, sizes))
                return g;

            var whole = g.new_zeros(sizes);
            whole.Reshaped(g._sizes, whole._strides, whole._offset).Assign(g);
            return whole;
        }

        private int CheckedForIndices(string operation, long dim, Tensor index, Tensor? source = null)
        {
            var d = Shapes.WrapDim(dim, Rank);
            if (index.dtype != ScalarType.Int64)
                throw TorchError.Because($"{operation}(): Expected dtype int64 for index");
            if (Math.Max(index.Rank, 1) != Math.Max(Rank, 1))
            {
                var self = source is null ? "input" : "self";
                throw TorchError.Because($"Index tensor must have the same number of dimensions as {self} tensor " +
                    $"({index.Rank} and {Rank})");
            }

            if (source is not null)
                CheckSource(d, index, source);

            for (var i = 0; i < Math.Min(Rank, index.Rank); i++)
            {
                if (i != d && index._sizes[i] > _sizes[i])
                {
                    throw TorchError.Because($"Size does not match at dimension {i} expected index {Shapes.Text(index._sizes)} to be " +
                        "smaller than " +
                        $"self {Shapes.Text(_sizes)} apart from dimension {d}");
                }
            }

            return d;
        }

        private void CheckSource(int d, Tensor index, Tensor source)
        {
            if (source.dtype != dtype)
            {
                throw TorchError.Because("scatter(): Expected self.dtype to be equal to src.dtype, but they are " +
                    $"{ScalarTypes.ShortName(dtype)} and {ScalarTypes.ShortName(source.dtype)}");
            }

            if (Math.Max(source.Rank, 1) != Math.Max(index.Rank, 1))
                throw TorchError.Because("Index tensor must have the same number of dimensions as src tensor");
            for (var i = 0; i < index.Rank; i++)
            {
                if ((i != d && index._sizes[i] > _sizes[i]) || (source.Rank > 0 && index._sizes[i] > source._sizes[i]))
                {
                    throw TorchError.Because($"Expected index {Shapes.Text(index._sizes)} to be smaller than self " +
                        $"{Shapes.Text(_sizes)} apart from dimension {d} and to be smaller size than src {Shapes.Text(source._sizes)}");
                }
            }
        }
    }
}
