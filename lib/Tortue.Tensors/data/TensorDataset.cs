using Tortue.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Tensors as a data set: sample i is the i-th part of each along the first dimension.</summary>
public class TensorDataset : utils.data.IterableDataset
{
    private readonly Tensor[] _tensors;

    internal TensorDataset(Tensor[] tensors)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        if (tensors.Length == 0)
            throw new ArgumentException("A TensorDataset needs at least one tensor.", nameof(tensors));
        if (tensors.FirstOrDefault(tensor => tensor.Rank == 0 || tensor.Sizes[0] != tensors[0].Sizes[0]) is { } other)
        {
            throw new ArgumentException("Size mismatch between tensors: all must have the same size in the first dimension, but shapes " +
                $"{Shapes.Text(tensors[0].Sizes)} and {Shapes.Text(other.Sizes)} were given", nameof(tensors));
        }

        _tensors = [.. tensors.Select(tensor => tensor.alias().DetachFromDisposeScope())];
    }

    /// <summary>The number of samples: the size of the first dimension.</summary>
    public override long Count => _tensors[0].Sizes[0];

    /// <summary>One sample.</summary>
    /// <param name="index">Its number; negative ones count from the end.</param>
    /// <returns>A view of each tensor, in the order in which they were given.</returns>
    public IList<Tensor> this[long index] => [.. _tensors.Select(tensor => tensor[index])];

    /// <summary>One sample.</summary>
    /// <param name="index">Its number; negative ones count from the end.</param>
    /// <returns>A view of each tensor, in the order in which they were given.</returns>
    public override IList<Tensor> GetTensor(long index) => this[index];

    /// <summary>Some samples as one batch, without a tensor for each.</summary>
    internal IList<Tensor> Rows(long[] indices)
    {
        using var rows = tensor(Array.ConvertAll(indices, Wrapped));
        return [.. _tensors.Select(tensor => Rows(tensor, rows))];
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        foreach (var tensor in _tensors)
            tensor.Dispose();
    }

    private static Tensor Rows(Tensor tensor, Tensor rows)
    {
        if (!tensor.IsPacked || tensor.requires_grad)
            return tensor.index_select(0, rows);

        var width = Shapes.Count(tensor.Sizes.AsSpan(1));
        using var matrix = tensor.Reshaped([tensor.Sizes[0], width], [width, 1], tensor.Offset);
        using var read = RowAccess.Read(matrix, rows);
        return read.view([rows.Sizes[0], .. tensor.Sizes[1..]]);
    }

    private long Wrapped(long index) =>
        index >= -Count && index < Count
            ? index < 0 ? index + Count : index
            : throw TorchError.Because($"index {index} is out of bounds for dimension 0 with size {Count}");
}
