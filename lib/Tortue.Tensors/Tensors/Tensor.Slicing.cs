using Tortue.Tensors;
using Tortue.Tensors.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The part at one index of a dimension, which disappears. A view.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">The index; negative values count from the end.</param>
        /// <returns>A tensor with one dimension fewer.</returns>
        public Tensor select(long dim, long index)
        {
            if (Rank == 0)
                throw TorchError.Because("select() cannot be applied to a 0-dim tensor.");

            var d = Shapes.WrapDim(dim, Rank);
            var size = _sizes[d];
            if (index < -size || index >= size)
            {
                throw TorchError.Because($"select(): index {index} out of range for tensor of size {Shapes.Text(_sizes)} at dimension {d}");
            }

            var at = index < 0 ? index + size : index;
            return Viewed("SelectBackward0", [.. _sizes[..d], .. _sizes[(d + 1)..]], [.. _strides[..d], .. _strides[(d + 1)..]],
                _offset + (at * _strides[d]), Placed(_sizes, whole => whole.select(d, at)));
        }

        /// <summary>Every step-th index of a range of a dimension. A view.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="start">The first index; negative values count from the end.</param>
        /// <param name="finish">One past the last index; negative values count from the end, and too large ones stand for the end.</param>
        /// <param name="step">At least one.</param>
        /// <returns>A tensor with a shorter dimension.</returns>
        public Tensor slice(long dim, long start, long finish, long step)
        {
            if (Rank == 0)
                throw TorchError.Because("slice() cannot be applied to a 0-dim tensor.");
            if (step <= 0)
                throw TorchError.Because("slice step must be positive");

            var d = Shapes.WrapDim(dim, Rank);
            var size = _sizes[d];
            var first = Math.Clamp(start < 0 ? start + size : start, 0, size);
            var end = Math.Clamp(finish < 0 ? finish + size : finish, first, size);
            var (sizes, strides) = (shape, stride());
            sizes[d] = (end - first + step - 1) / step;
            strides[d] *= step;
            return Viewed("SliceBackward0", sizes, strides, _offset + (first * _strides[d]),
                Placed(_sizes, whole => whole.slice(d, first, end, step)));
        }

        /// <summary>A range of a dimension. A view.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="start">The first index; negative values count from the end.</param>
        /// <param name="length">How many.</param>
        /// <returns>A tensor with a shorter dimension.</returns>
        public Tensor narrow(long dim, long start, long length)
        {
            if (Rank == 0)
                throw TorchError.Because("narrow() cannot be applied to a 0-dim tensor.");

            var d = Shapes.WrapDim(dim, Rank);
            var first = start < 0 ? start + _sizes[d] : start;
            if (length < 0 || first < 0 || first + length > _sizes[d])
            {
                throw TorchError.Because($"start ({start}) + length ({length}) exceeds dimension size ({_sizes[d]}).");
            }

            return slice(d, first, first + length, 1);
        }

        /// <summary>The diagonal of two dimensions, as a last dimension. A view.</summary>
        /// <param name="offset">How far above the main diagonal; negative values lie below.</param>
        /// <param name="dim1">The first of both dimensions.</param>
        /// <param name="dim2">The second of both dimensions.</param>
        /// <returns>A tensor with one dimension fewer.</returns>
        public Tensor diagonal(long offset = 0, long dim1 = 0, long dim2 = 1)
        {
            var (a, b) = (Shapes.WrapDim(dim1, Rank), Shapes.WrapDim(dim2, Rank));
            if (a == b)
                throw TorchError.Because($"diagonal dimensions cannot be identical {dim1}, {dim2}");

            var length = Math.Max(offset >= 0 ? Math.Min(_sizes[a], _sizes[b] - offset) : Math.Min(_sizes[a] + offset, _sizes[b]), 0);
            var start = length == 0 ? 0 : offset >= 0 ? offset * _strides[b] : -offset * _strides[a];
            var kept = Enumerable.Range(0, Rank).Where(d => d != a && d != b).ToArray();
            return Viewed("DiagonalBackward0", [.. kept.Select(d => _sizes[d]), length],
                [.. kept.Select(d => _strides[d]), _strides[a] + _strides[b]], _offset + start,
                Placed(_sizes, whole => whole.diagonal(offset, a, b)));
        }

        /// <summary>The parts along a dimension, each with so many indices, the last perhaps with fewer. Views.</summary>
        /// <param name="size">The size of a part.</param>
        /// <param name="dim">The dimension.</param>
        /// <returns>The parts.</returns>
        public Tensor[] split(long size, int dim = 0)
        {
            if (Rank == 0)
                throw TorchError.Because("split expects at least a 1-dimensional tensor");
            if (size < 0)
                throw TorchError.Because($"split expects split_size be non-negative, but got split_size={size}");

            var total = this.size(dim);
            if (size == 0)
            {
                return total == 0 ? OneOfSeveral([narrow(dim, 0, 0)], "SplitBackward0") : throw TorchError.Because(
                    $"split_size can only be 0 if dimension size is 0, but got dimension size of {total}");
            }

            return OneOfSeveral(
                [.. Enumerable.Range(0, (int)Math.Max((total + size - 1) / size, 1))
                    .Select(i => narrow(dim, i * size, Math.Min(size, total - (i * size))))],
                "SplitBackward0");
        }

        /// <summary>Parts of given sizes along a dimension. Views.</summary>
        /// <param name="sizes">The sizes, which add up to the dimension's.</param>
        /// <param name="dim">The dimension.</param>
        /// <returns>The parts.</returns>
        public Tensor[] split(long[] sizes, long dim = 0)
        {
            if (Rank == 0)
                throw TorchError.Because("split expects at least a 1-dimensional tensor");
            if (sizes.Sum() != size((int)dim))
            {
                throw TorchError.Because($"split_with_sizes expects split_sizes to sum exactly to {size((int)dim)} (input tensor's size " +
                    "at " +
                    $"dimension {dim}), but got split_sizes={Shapes.Text(sizes)}");
            }

            var start = 0L;
            return OneOfSeveral([.. sizes.Select(size => narrow(dim, (start += size) - size, size))], "SplitWithSizesBackward0");
        }

        /// <summary>Parts of given sizes along the first dimension. Views.</summary>
        /// <param name="sizes">The sizes, which add up to the dimension's.</param>
        /// <returns>The parts.</returns>
        public Tensor[] split(params long[] sizes) => split(sizes, 0);

        /// <summary>A number of parts along a dimension, equally large but perhaps for the last. Views.</summary>
        /// <param name="chunks">How many at most.</param>
        /// <param name="dim">The dimension.</param>
        /// <returns>The parts.</returns>
        public Tensor[] chunk(long chunks, long dim = 0)
        {
            if (chunks <= 0)
                throw TorchError.Because($"chunk expects `chunks` to be greater than 0, got: {chunks}");
            var total = size((int)dim);
            return total == 0 ? split(new long[chunks], dim) : split((total + chunks - 1) / chunks, (int)dim);
        }

        /// <summary>The parts at each index of a dimension, which disappears. Views.</summary>
        /// <param name="dimension">The dimension.</param>
        /// <returns>As many tensors as the dimension has indices.</returns>
        public Tensor[] unbind(long dimension = 0) =>
            OneOfSeveral([.. Enumerable.Range(0, (int)size((int)dimension)).Select(i => select(dimension, i))], "UnbindBackward0");

        /// <summary>The gradient of a part: zero but for the part.</summary>
        private static Derivative Placed(long[] sizes, Func<Tensor, Tensor> part) => g =>
        {
            var whole = Empty(sizes, g.dtype);
            whole.Fill(0);
            part(whole).Assign(g);
            return whole;
        };
    }
}
