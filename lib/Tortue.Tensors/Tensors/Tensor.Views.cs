using Tortue.Tensors;
using Tortue.Tensors.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The transpose: all dimensions in reverse order. A view.</summary>
        public Tensor T => permute([.. Enumerable.Range(0, Rank).Select(d => (long)(Rank - 1 - d))]);

        /// <summary>The last two dimensions exchanged: the transpose of each matrix. A view.</summary>
        public Tensor mT => Rank < 2
            ? throw TorchError.Because($"tensor.mT is only supported on matrices or batches of matrices. Got {Rank}-D tensor.")
            : transpose(-2, -1);

        /// <summary>Another shape over the same memory.</summary>
        /// <param name="shape">The sizes; one may be -1, to be computed.</param>
        /// <returns>A view.</returns>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">
        /// The number of elements differs, or the memory cannot be read in that shape without a copy: use <see cref="reshape"/>.
        /// </exception>
        public Tensor view(params long[] shape)
        {
            var sizes = Shapes.Resolve(shape, NumberOfElements);
            var strides = Shapes.ViewStrides(_sizes, _strides, sizes) ?? throw TorchError.Because(
                "view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous " +
                "subspaces). Use .reshape(...) instead.");
            return Viewed("ViewBackward0", sizes, strides, _offset, Unshaped(_sizes));
        }

        /// <summary>The shape of another tensor over the same memory; see <see cref="view"/>.</summary>
        /// <param name="other">The other tensor.</param>
        /// <returns>A view.</returns>
        public Tensor view_as(Tensor other) => view(other._sizes);

        /// <summary>Another shape: a view where the memory allows it, and a copy otherwise.</summary>
        /// <param name="shape">The sizes; one may be -1, to be computed.</param>
        /// <returns>A tensor of that shape.</returns>
        public Tensor reshape(params long[] shape)
        {
            var sizes = Shapes.Resolve(shape, NumberOfElements);
            if (Shapes.ViewStrides(_sizes, _strides, sizes) is { } strides)
                return Viewed("ViewBackward0", sizes, strides, _offset, Unshaped(_sizes));

            using var copy = clone();
            return copy.view(sizes);
        }

        /// <summary>All elements in one dimension: a view where the memory allows it, and a copy otherwise.</summary>
        /// <returns>A tensor of one dimension.</returns>
        public Tensor ravel() => reshape(-1);

        /// <summary>Joins several dimensions to one: a view where the memory allows it, and a copy otherwise.</summary>
        /// <param name="start_dim">The first one.</param>
        /// <param name="end_dim">The last one.</param>
        /// <returns>A tensor with fewer dimensions.</returns>
        public Tensor flatten(long start_dim = 0, long end_dim = -1)
        {
            var (first, last) = (Shapes.WrapDim(start_dim, Rank), Shapes.WrapDim(end_dim, Rank));
            if (first > last)
                throw TorchError.Because("flatten() has invalid args: start_dim cannot come after end_dim");
            if (Rank == 0)
                return reshape(1);
            return reshape([.. _sizes[..first], Shapes.Count(_sizes.AsSpan(first, last - first + 1)), .. _sizes[(last + 1)..]]);
        }

        /// <summary>Cuts one dimension into several. A view.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="sizes">The sizes that replace it; one may be -1, to be computed.</param>
        /// <returns>A tensor with more dimensions.</returns>
        public Tensor unflatten(long dim, params long[] sizes)
        {
            var d = Shapes.WrapDim(dim, Rank);
            var (known, unknowns) = (sizes.Where(s => s != -1).Aggregate(1L, (a, b) => a * b), sizes.Count(s => s == -1));
            if (Rank > 0 && unknowns <= 1 && (unknowns == 0 ? known != _sizes[d] : known == 0 || _sizes[d] % known != 0))
            {
                throw TorchError.Because($"unflatten: Provided sizes {Shapes.Text(sizes)} don't multiply up to the size of dim {d} " +
                    $"({_sizes[d]}) in the input tensor");
            }

            return view([.. _sizes[..d], .. Shapes.Resolve(sizes, _sizes[d]), .. _sizes[(d + 1)..]]);
        }

        /// <summary>Exchanges two dimensions. A view.</summary>
        /// <param name="dim0">One dimension.</param>
        /// <param name="dim1">The other one.</param>
        /// <returns>The transposed tensor.</returns>
        public Tensor transpose(long dim0, long dim1)
        {
            var (a, b) = (Shapes.WrapDim(dim0, Rank), Shapes.WrapDim(dim1, Rank));
            if (Rank == 0)
                return Viewed("AliasBackward0", _sizes, _strides, _offset, static g => g);

            var (sizes, strides) = (shape, stride());
            (sizes[a], sizes[b]) = (sizes[b], sizes[a]);
            (strides[a], strides[b]) = (strides[b], strides[a]);
            return Viewed("TransposeBackward0", sizes, strides, _offset, g => g.transpose(a, b));
        }

        /// <inheritdoc cref="transpose"/>
        public Tensor swapaxes(long dim0, long dim1) => transpose(dim0, dim1);

        /// <inheritdoc cref="transpose"/>
        public Tensor swapdims(long dim0, long dim1) => transpose(dim0, dim1);

        /// <summary>The transpose of a matrix; a vector stays as it is. A view.</summary>
        /// <returns>The transposed tensor.</returns>
        public Tensor t()
        {
            if (Rank > 2)
                throw TorchError.Because($"t() expects a tensor with <= 2 dimensions, but self is {Rank}D");
            return Rank == 2 ? transpose(0, 1) : alias();
        }

        /// <summary>Puts the dimensions into another order. A view.</summary>
        /// <param name="permutation">For each new dimension, the old one.</param>
        /// <returns>The permuted tensor.</returns>
        public Tensor permute(params long[] permutation)
        {
            if (permutation.Length != Rank)
            {
                throw TorchError.Because("permute(sparse_coo): number of dimensions in the tensor input does not match the length of " +
                    "the desired " +
                    $"ordering of dimensions i.e. input.dim() = {Rank} is not equal to len(dims) = {permutation.Length}");
            }

            var order = permutation.Select(d => Shapes.WrapDim(d, Rank)).ToArray();
            var inverse = new long[Rank];
            Array.Fill(inverse, -1);
            for (var d = 0; d < Rank; d++)
            {
                if (inverse[order[d]] >= 0)
                    throw TorchError.Because("permute(): duplicate dims are not allowed.");
                inverse[order[d]] = d;
            }

            return Viewed("PermuteBackward0", [.. order.Select(d => _sizes[d])], [.. order.Select(d => _strides[d])], _offset,
                g => g.permute(inverse));
        }

        /// <inheritdoc cref="permute(long[])"/>
        public Tensor permute(IEnumerable<long> permutation) => permute([.. permutation]);

        /// <summary>A view of everything.</summary>
        /// <returns>Another tensor over the same memory.</returns>
        public Tensor alias() => Viewed("AliasBackward0", _sizes, _strides, _offset, static g => g);

        /// <summary>Reads the memory with sizes and strides of one's own. A view.</summary>
        /// <param name="size">The sizes.</param>
        /// <param name="strides">The strides in elements.</param>
        /// <param name="storageOffset">The index in the storage of the first element.</param>
        /// <returns>The view.</returns>
        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0)
        {
            var last = storageOffset;
            for (var d = 0; d < size.Length; d++)
                last += Math.Max(size[d] - 1, 0) * strides[d];
            if (size.Length != strides.Length || storageOffset < 0 || last >= Storage.Length || strides.Any(s => s < 0))
            {
                throw TorchError.Because($"setStorage: sizes {Shapes.Text(size)}, strides {Shapes.Text(strides)}, storage offset " +
                    $"{storageOffset} are out of bounds for storage of size {Storage.Length}");
            }

            if (requires_grad && GradMode.IsEnabled)
                throw new NotSupportedException("as_strided has no gradient in this engine: use view, transpose, select or slice.");
            return ViewOf([.. size], [.. strides], storageOffset);
        }

        private static Derivative Unshaped(long[] sizes) => g => g.reshape(sizes);

        private Tensor Viewed(string name, long[] sizes, long[] strides, long offset, Derivative derivative)
        {
            var result = ViewOf(sizes, strides, offset);
            return GradientNode.Begin(name, this)?.Input(this, derivative).Output(result) ?? result;
        }
    }
}
