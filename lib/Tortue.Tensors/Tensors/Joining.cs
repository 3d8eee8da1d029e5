using Tortue.Tensors.Autograd;
using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>Puts tensors together.</summary>
internal static class Joining
{
    /// <summary>Tensors one after the other along a dimension; empty vectors are skipped, as in PyTorch.</summary>
    public static Tensor Concatenate(IReadOnlyList<Tensor> tensors, long dim)
    {
        if (tensors.Count == 0)
            throw TorchError.Because("torch.cat(): expected a non-empty list of Tensors");

        var parts = tensors.Where(t => !IsSkipped(t)).ToList();
        if (tensors.Any(t => t.Rank == 0))
            throw TorchError.Because($"zero-dimensional tensor (at position {IndexOf(tensors, t => t.Rank == 0)}) cannot be concatenated");

        // Skipped vectors still count for the element type, and receive a gradient without elements.
        var first = parts.Count > 0 ? parts[0] : tensors[0];
        var d = Shapes.WrapDim(dim, first.Rank);
        var sizes = first.shape;
        sizes[d] = parts.Sum(t => CheckedSize(first, t, d, IndexOf(tensors, other => ReferenceEquals(other, t))));
        var type = tensors.Select(t => t.dtype).Aggregate(ScalarTypes.Promote);

        var result = Tensor.Empty(sizes, type);
        var node = GradientNode.Begin("CatBackward0", [.. tensors]);
        var start = 0L;
        foreach (var part in parts)
        {
            var (from, length) = (start, part.Sizes[d]);
            sizes = result.shape;
            sizes[d] = length;
            using var place = result.Reshaped(sizes, result.Strides, result.Offset + (from * result.Strides[d]));
            place.Assign(part);
            node?.Input(part, g => g.narrow(d, from, length));
            start += length;
        }

        foreach (var empty in tensors.Where(IsSkipped))
            node?.Input(empty, g => g.new_zeros([0]));
        return node?.Output(result) ?? result;
    }

    private static bool IsSkipped(Tensor tensor) => tensor.Rank == 1 && tensor.Count == 0;

    private static long CheckedSize(Tensor first, Tensor other, int dim, int position)
    {
        if (other.Rank != first.Rank)
            throw TorchError.Because($"Tensors must have same number of dimensions: got {first.Rank} and {other.Rank}");
        for (var d = 0; d < first.Rank; d++)
        {
            if (d != dim && first.Sizes[d] != other.Sizes[d])
            {
                throw TorchError.Because($"Sizes of tensors must match except in dimension {dim}. Expected size {first.Sizes[d]} but " +
                    "got size " +
                    $"{other.Sizes[d]} for tensor number {position} in the list.");
            }
        }

        return other.Sizes[dim];
    }

    private static int IndexOf(IReadOnlyList<Tensor> tensors, Func<Tensor, bool> condition)
    {
        for (var i = 0; i < tensors.Count; i++)
        {
            if (condition(tensors[i]))
                return i;
        }

        return -1;
    }
}
