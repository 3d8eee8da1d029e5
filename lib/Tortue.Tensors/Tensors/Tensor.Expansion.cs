using Tortue.Tensors;
using Tortue.Tensors.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Removes dimensions of size one. A view.</summary>
        /// <param name="dim">The dimension to remove if its size is one; all such when null.</param>
        /// <returns>A tensor with fewer dimensions.</returns>
        public Tensor squeeze(long? dim = null)
        {
            var only = dim is null ? -1 : Shapes.WrapDim(dim.Value, Rank);
            var kept = Enumerable.Range(0, Rank).Where(d => _sizes[d] != 1 || (dim is not null && d != only)).ToArray();
            return Viewed("SqueezeBackward0", [.. kept.Select(d => _sizes[d])], [.. kept.Select(d => _strides[d])], _offset,
                Unshaped(_sizes));
        }

        /// <summary>Inserts a dimension of size one. A view.</summary>
        /// <param name="dim">Where; negative values count from the end of the result.</param>
        /// <returns>A tensor with one more dimension.</returns>
        public Tensor unsqueeze(long dim)
        {
            var d = Shapes.WrapDim(dim, Rank + 1);
            var stride = d < Rank ? _sizes[d] * _strides[d] : 1;
            return Viewed("UnsqueezeBackward0", [.. _sizes[..d], 1, .. _sizes[d..]], [.. _strides[..d], stride, .. _strides[d..]], _offset,
                Unshaped(_sizes));
        }

        /// <summary>Repeats dimensions of size one without copying. A view, not to be written to.</summary>
        /// <param name="sizes">The new sizes; -1 keeps one, and further dimensions may be put in front.</param>
        /// <returns>The expanded tensor.</returns>
        public Tensor expand(params long[] sizes) => Expanded(sizes);

        /// <inheritdoc cref="expand(long[])"/>
        public Tensor expand(long[] sizes, bool isImplicit = false) => Expanded(sizes);

        /// <inheritdoc cref="expand(long[])"/>
        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => Expanded(sizes.ToArray());

        /// <inheritdoc cref="expand(long[])"/>
        public Tensor expand(Size sizes, bool isImplicit = false) => Expanded(sizes.Shape);

        /// <summary>Repeats dimensions of size one up to another tensor's shape. A view.</summary>
        /// <param name="other">The other tensor.</param>
        /// <returns>The expanded tensor.</returns>
        public Tensor expand_as(Tensor other) => Expanded(other._sizes);

        /// <inheritdoc cref="expand(long[])"/>
        public Tensor broadcast_to(params long[] shape) => Expanded(shape);

        /// <summary>Repeats the tensor along each dimension. A copy.</summary>
        /// <param name="sizes">How often; further dimensions may be put in front.</param>
        /// <returns>A new tensor.</returns>
        public Tensor repeat(params long[] sizes)
        {
            var extra = sizes.Length - Rank;
            if (extra < 0)
            {
                throw TorchError.Because("Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor");
            }

            if (sizes.Any(times => times < 0))
            {
                throw TorchError.Because("Trying to create tensor with negative dimension in repeat: the tensor has shape " +
                    $"{Shapes.Text(_sizes)}, the repeats are {Shapes.Text(sizes)}, and none may be negative.");
            }

            long[] padded = [.. Enumerable.Repeat(1L, extra), .. _sizes];
            var (open, wide) = (new long[2 * sizes.Length], new long[2 * sizes.Length]);
            for (var d = 0; d < sizes.Length; d++)
            {
                (open[2 * d], open[(2 * d) + 1]) = (1, padded[d]);
                (wide[2 * d], wide[(2 * d) + 1]) = (sizes[d], padded[d]);
            }

            return Composite.Of(() =>
            {
                var result = reshape(open).Expanded(wide).reshape([.. sizes.Zip(padded, (times, size) => times * size)]);
                return result.SharesMemoryWith(this) ? result.clone() : result;
            });
        }

        /// <summary>The elements one after the other in memory.</summary>
        /// <returns>This tensor when it is so already, and a copy otherwise.</returns>
        public Tensor contiguous() => IsPacked ? this : clone();

        /// <summary>A copy, through which gradients flow.</summary>
        /// <returns>A new tensor with memory of its own.</returns>
        public Tensor clone()
        {
            var result = Copied();
            return GradientNode.Begin("CloneBackward0", this)?.Input(this, static g => g).Output(result) ?? result;
        }

        /// <summary>Sums over repeated dimensions until a shape is reached: what undoes a broadcast. No history.</summary>
        internal Tensor SumTo(long[] sizes)
        {
            var extra = Rank - sizes.Length;
            var dims = Enumerable.Range(0, Rank).Where(d => d < extra || (sizes[d - extra] == 1 && _sizes[d] != 1)).ToArray();
            var sum = dims.Length == 0 ? this : Reducing.Sum(this, dims);
            return Shapes.Same(sum._sizes, sizes) ? sum : sum.reshape(sizes);
        }

        private Tensor Expanded(long[] requested)
        {
            var sizes = requested.ToArray();
            var extra = sizes.Length - Rank;
            if (extra < 0)
            {
                throw TorchError.Because($"expand(torch.{ScalarTypes.ShortName(dtype)}Tensor{{{Shapes.Text(_sizes)}}}, " +
                    $"size={Shapes.Text(requested)}): the number of sizes provided ({requested.Length}) must be greater or equal to " +
                    $"the number of dimensions in the tensor ({Rank})");
            }

            for (var d = 0; d < sizes.Length; d++)
            {
                var existing = d < extra ? 1 : _sizes[d - extra];
                if (sizes[d] == -1 && d >= extra)
                    sizes[d] = existing;
                if (sizes[d] < 0)
                {
                    throw TorchError.Because(d < extra
                        ? $"The expanded size of the tensor ({sizes[d]}) isn't allowed in a leading, non-existing dimension {d}"
                        : $"Trying to create tensor with negative dimension {sizes[d]}: {Shapes.Text(requested)}");
                }

                if (sizes[d] != existing && existing != 1)
                {
                    throw TorchError.Because($"The expanded size of the tensor ({sizes[d]}) must match the existing size ({existing}) at " +
                        $"non-singleton dimension {d}.  Target sizes: {Shapes.Text(requested)}.  Tensor sizes: {Shapes.Text(_sizes)}");
                }
            }

            return Viewed("ExpandBackward0", sizes, Shapes.ExpandStrides(_sizes, _strides, sizes), _offset, static g => g);
        }
    }
}
