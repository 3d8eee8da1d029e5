using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>
/// What an indexer means: first a view, for indices, ranges and new dimensions; then, where there are index tensors, rows of a matrix whose
/// rows are numbered by the indexed dimensions and whose columns are all the others.
/// </summary>
internal sealed class IndexedView
{
    private readonly int[] _indexedDims;
    private readonly int[] _otherDims;

    private IndexedView(Tensor view, List<(int Dim, Tensor Index)> indices)
    {
        View = view;
        if (indices.Count == 0)
        {
            (_indexedDims, _otherDims, Order) = ([], [], []);
            return;
        }

        _indexedDims = [.. indices.Select(i => i.Dim)];
        _otherDims = [.. Enumerable.Range(0, view.Rank).Except(_indexedDims)];
        var adjacent = _indexedDims[^1] - _indexedDims[0] == _indexedDims.Length - 1;
        var front = adjacent ? _otherDims.Count(d => d < _indexedDims[0]) : 0;

        var common = indices.Aggregate(Array.Empty<long>(), (sizes, i) => Shapes.Broadcast(sizes, i.Index.Sizes));
        Rows = RowNumbers(indices, common);
        long[] others = [.. _otherDims.Select(d => view.Sizes[d])];
        IndexSizes = common;
        OtherSizes = others;
        Order =
        [
            .. Enumerable.Range(common.Length, front).Select(d => (long)d),
            .. Enumerable.Range(0, common.Length).Select(d => (long)d),
            .. Enumerable.Range(common.Length + front, others.Length - front).Select(d => (long)d),
        ];
    }

    /// <summary>The view without the index tensors.</summary>
    public Tensor View { get; }

    /// <summary>For each element of the broadcast index tensors, a row; null when there are no index tensors.</summary>
    public Tensor? Rows { get; private set; }

    /// <summary>The permutation that brings (index sizes, other sizes) to the result's order of dimensions.</summary>
    public long[] Order { get; }

    /// <summary>The common shape of the index tensors.</summary>
    public long[] IndexSizes { get; } = [];

    /// <summary>The sizes of the dimensions that are not indexed.</summary>
    public long[] OtherSizes { get; } = [];

    /// <summary>The result's shape.</summary>
    public long[] Sizes
    {
        get
        {
            long[] joined = [.. IndexSizes, .. OtherSizes];
            return [.. Order.Select(d => joined[d])];
        }
    }

    /// <summary>The permutation of the view that puts indexed dimensions first.</summary>
    public long[] IndexedFirst => [.. _indexedDims.Concat(_otherDims).Select(d => (long)d)];

    public static IndexedView Of(Tensor tensor, TensorIndex[] positions)
    {
        var consumed = positions.Sum(Consumes);
        if (consumed > tensor.Rank)
            throw TorchError.Because($"too many indices for tensor of dimension {tensor.Rank}");

        var (view, dim, indices) = (tensor, 0, new List<(int, Tensor)>());
        foreach (var position in positions)
        {
            switch (position.Meaning)
            {
                case TensorIndex.Kind.Single:
                    view = SelectAt(view, dim, position.Index);
                    break;
                case TensorIndex.Kind.Slice:
                    view = view.slice(dim++, position.Start ?? 0, position.Stop ?? long.MaxValue, position.Step);
                    break;
                case TensorIndex.Kind.Ellipsis:
                    dim += tensor.Rank - consumed;
                    break;
                case TensorIndex.Kind.None:
                    view = view.unsqueeze(dim++);
                    break;
                case TensorIndex.Kind.Bool:
                    dim = AddTruth(ref view, dim, position.Index == 1, indices);
                    break;
                case TensorIndex.Kind.Tensor when position.Indices!.Rank == 0 && position.Indices.dtype == ScalarType.Bool:
                    dim = AddTruth(ref view, dim, position.Indices.item<bool>(), indices);
                    break;
                case TensorIndex.Kind.Tensor when position.Indices!.Rank == 0 && !position.Indices.is_floating_point():
                    view = SelectAt(view, dim, position.Indices.to(ScalarType.Int64).item<long>());
                    break;
                default:
                    dim = AddIndices(view, dim, position.Indices!, indices);
                    break;
            }
        }

        return new IndexedView(view, indices);
    }

    /// <summary>Values of the result's shape as rows of the matrix, packed. No history.</summary>
    public Tensor AsRows(Tensor values)
    {
        var inverse = new long[Order.Length];
        for (var d = 0; d < inverse.Length; d++)
            inverse[Order[d]] = d;
        using var noGradient = Autograd.GradMode.Set(false);
        return values.permute(inverse).Packed().view(Rows!.Count, Shapes.Count(OtherSizes));
    }

    /// <summary>The same with another handle on the rows, which outlives the scope that they were numbered in.</summary>
    public IndexedView WithRows(Tensor rows)
    {
        var copy = (IndexedView)MemberwiseClone();
        copy.Rows = rows;
        return copy;
    }

    /// <summary>The part at one index of a dimension.</summary>
    public static Tensor SelectAt(Tensor view, int dim, long index)
    {
        var size = view.Sizes[dim];
        return index < -size || index >= size
            ? throw TorchError.Because($"index {index} is out of bounds for dimension {dim} with size {size}")
            : view.select(dim, index);
    }

    private static int Consumes(TensorIndex position) => position.Meaning switch
    {
        TensorIndex.Kind.Single or TensorIndex.Kind.Slice => 1,
        TensorIndex.Kind.Tensor => position.Indices!.dtype == ScalarType.Bool ? position.Indices.Rank : 1,
        _ => 0,
    };

    /// <summary>A truth value is a new dimension with one index, or with none.</summary>
    private static int AddTruth(ref Tensor view, int dim, bool truth, List<(int Dim, Tensor Index)> indices)
    {
        view = view.unsqueeze(dim);
        var index = Tensor.Empty([truth ? 1 : 0], ScalarType.Int64);
        index.Fill(0);
        indices.Add((dim, index));
        return dim + 1;
    }

    private static int AddIndices(Tensor view, int dim, Tensor index, List<(int Dim, Tensor Index)> indices)
    {
        if (index.dtype != ScalarType.Bool)
        {
            if (index.is_floating_point())
            {
                throw TorchError.Because("tensors used as indices must be long, int, byte or bool tensors, not " +
                    ScalarTypes.ShortName(index.dtype));
            }


            indices.Add((dim, index.As(ScalarType.Int64)));
            return dim + 1;
        }

        for (var d = 0; d < index.Rank; d++)
        {
            if (index.Sizes[d] != view.Sizes[dim + d])
            {
                throw TorchError.Because($"The shape of the mask {Shapes.Text(index.Sizes)} at index {d} does not match the shape of " +
                    "the indexed " +
                    $"tensor {Shapes.Text(view.Sizes)} at index {dim + d}");
            }
        }

        var positions = Indexing.NonZero(index);
        for (var d = 0; d < index.Rank; d++)
            indices.Add((dim++, positions.Reshaped([positions.Sizes[0]], [positions.Strides[0]], positions.Offset + d)));
        return dim;
    }

    private Tensor RowNumbers(List<(int Dim, Tensor Index)> indices, long[] common)
    {
        var rows = Tensor.Empty([Shapes.Count(common)], ScalarType.Int64);
        var numbers = rows.Span<long>();
        numbers.Clear();
        foreach (var (dim, index) in indices)
        {
            var size = View.Sizes[dim];
            var strides = Shapes.ExpandStrides(index.Sizes, index.Strides, common);
            var expanded = index.Reshaped(common, strides, index.Offset).Packed().Span<long>();
            for (var i = 0; i < numbers.Length; i++)
            {
                var at = expanded[i];
                if (at < -size || at >= size)
                    throw TorchError.Because($"index {at} is out of bounds for dimension {dim} with size {size}");
                numbers[i] = (numbers[i] * size) + (at < 0 ? at + size : at);
            }
        }

        return rows;
    }
}
