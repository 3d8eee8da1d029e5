using System.Runtime.CompilerServices;
using Tortue.Tensors;
using Tortue.Tensors.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The part at one index of the first dimension: a view to read, and a place to assign to.</summary>
        /// <param name="i1">The index; negative values count from the end.</param>
        [IndexerName("TensorItems")]
        public Tensor this[long i1]
        {
            get => this[(TensorIndex)i1];
            set => this[(TensorIndex)i1] = value;
        }

        /// <summary>The part at indices of the first two dimensions: a view to read, and a place to assign to.</summary>
        /// <param name="i1">The index in dimension 0.</param>
        /// <param name="i2">The index in dimension 1.</param>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2]
        {
            get => this[(TensorIndex)i1, i2];
            set => this[(TensorIndex)i1, i2] = value;
        }

        /// <summary>The part at indices of the first three dimensions: a view to read, and a place to assign to.</summary>
        /// <param name="i1">The index in dimension 0.</param>
        /// <param name="i2">The index in dimension 1.</param>
        /// <param name="i3">The index in dimension 2.</param>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3]
        {
            get => this[(TensorIndex)i1, i2, i3];
            set => this[(TensorIndex)i1, i2, i3] = value;
        }

        /// <summary>The part at indices of the first four dimensions: a view to read, and a place to assign to.</summary>
        /// <param name="i1">The index in dimension 0.</param>
        /// <param name="i2">The index in dimension 1.</param>
        /// <param name="i3">The index in dimension 2.</param>
        /// <param name="i4">The index in dimension 3.</param>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => this[(TensorIndex)i1, i2, i3, i4];
            set => this[(TensorIndex)i1, i2, i3, i4] = value;
        }

        /// <summary>The part at indices of the first five dimensions: a view to read, and a place to assign to.</summary>
        /// <param name="i1">The index in dimension 0.</param>
        /// <param name="i2">The index in dimension 1.</param>
        /// <param name="i3">The index in dimension 2.</param>
        /// <param name="i4">The index in dimension 3.</param>
        /// <param name="i5">The index in dimension 4.</param>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => this[(TensorIndex)i1, i2, i3, i4, i5];
            set => this[(TensorIndex)i1, i2, i3, i4, i5] = value;
        }

        /// <summary>
        /// The part that the positions mean: indices, ranges, <see cref="TensorIndex.Ellipsis"/>, <see cref="TensorIndex.None"/>, index
        /// tensors and masks. A view unless there are index tensors or masks; in any case a place to assign to.
        /// </summary>
        /// <param name="indices">One position for each dimension, as far as they go.</param>
        [IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices]
        {
            get => indices is [{ Meaning: TensorIndex.Kind.Single } only] && Rank > 0
                ? IndexedView.SelectAt(this, 0, only.Index)
                : At(indices);

            set => index_put_(value, indices);
        }

        /// <summary>The elements at indices held in tensors, or where a mask holds.</summary>
        /// <param name="indices">Int64 indices, whose shapes are broadcast, or masks.</param>
        [IndexerName("TensorItems")]
        public Tensor this[params Tensor[] indices]
        {
            get => this[AsPositions(indices)];
            set => index_put_(value, AsPositions(indices));
        }

        /// <summary>The part that the positions mean; see the indexer.</summary>
        /// <param name="indices">The positions.</param>
        /// <returns>A view unless there are index tensors or masks.</returns>
        public Tensor index(params TensorIndex[] indices) => this[indices];

        /// <summary>The elements at indices held in tensors, or where a mask holds.</summary>
        /// <param name="indices">Int64 indices, whose shapes are broadcast, or masks.</param>
        /// <returns>A new tensor.</returns>
        public Tensor index(params Tensor[] indices) => this[indices];

        /// <summary>Writes values to the part that the positions mean.</summary>
        /// <param name="value">The values; broadcast to the part's shape.</param>
        /// <param name="indices">The positions; see the indexer.</param>
        /// <returns>This tensor.</returns>
        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => Put(value, indices, accumulate: false);

        /// <summary>Writes values to the part that the positions mean, or adds them.</summary>
        /// <param name="value">The values; broadcast to the part's shape.</param>
        /// <param name="indices">The positions; see the indexer.</param>
        /// <param name="accumulate">Whether to add; equal indices then add up.</param>
        /// <returns>This tensor.</returns>
        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false) => Put(value, indices, accumulate);

        /// <summary>Writes values at indices held in tensors, or where a mask holds.</summary>
        /// <param name="value">The values; broadcast to the part's shape.</param>
        /// <param name="indices">Int64 indices, whose shapes are broadcast, or masks.</param>
        /// <returns>This tensor.</returns>
        public Tensor index_put_(Tensor value, params Tensor[] indices) => Put(value, AsPositions(indices), accumulate: false);

        /// <summary>Writes one number to the part that the positions mean.</summary>
        /// <param name="value">The number.</param>
        /// <param name="indices">The positions; see the indexer.</param>
        /// <returns>This tensor.</returns>
        public Tensor index_put_(Scalar value, params TensorIndex[] indices) =>
            Composite.Of(() => Put(PlainNumber(value).As(dtype), indices, accumulate: false));

        private Tensor At(TensorIndex[] indices) => Composite.Of(() =>
        {
            var indexed = IndexedView.Of(this, indices);
            return indexed.Rows is null ? (ReferenceEquals(indexed.View, this) ? alias() : indexed.View) : indexed.View.Rows(indexed);
        });

        private static TensorIndex[] AsPositions(Tensor[] indices) =>
            [.. indices.Select(i => i is null ? TensorIndex.Colon : TensorIndex.Tensor(i))];

        /// <summary>This view's elements at index tensors.</summary>
        private Tensor Rows(IndexedView indexed)
        {
            var rows = indexed.Rows!;
            var matrix = AsMatrix(indexed);
            var result = RowAccess.Read(matrix, rows).view([.. indexed.IndexSizes, .. indexed.OtherSizes]).permute(indexed.Order);
            if (GradientNode.Begin("IndexBackward0", this) is { } node)
            {
                var (at, sizes, first) = (node.Save(rows), _sizes, indexed.IndexedFirst);
                node.Input(this, g =>
                {
                    var whole = g.new_zeros(sizes);
                    var sums = whole.permute(first).Packed().Reshaped(matrix._sizes, matrix._strides, 0);
                    RowAccess.Add(sums, at.Value, indexed.AsRows(g));
                    whole.permute(first).Assign(sums.reshape(whole.permute(first)._sizes));
                    return whole;
                }).Output(result);
            }

            return result;
        }

        private Tensor Put(Tensor value, TensorIndex[] indices, bool accumulate) => Composite.Of(() =>
        {
            var indexed = IndexedView.Of(this, indices);
            if (indexed.Rows is null)
            {
                var part = ReferenceEquals(indexed.View, this) ? alias() : indexed.View;
                if (accumulate)
                    part.add_(value);
                else
                    part.copy_(WithoutLeadingOnes(value, part.Rank).Expanded(part._sizes));
                return this;
            }

            indexed.View.PutRows(indexed, value, accumulate);
            return this;
        });

        private void PutRows(IndexedView indexed, Tensor value, bool accumulate)
        {
            CheckInPlace();
            if (value.dtype != dtype)
            {
                throw TorchError.Because("Index put requires the source and destination dtypes match, got " +
                    $"{ScalarTypes.ShortName(dtype)} for the destination and {ScalarTypes.ShortName(value.dtype)} for the source. " +
                    "Convert the values with to_type(), or give a number to index_put_().");
            }

            var node = GradientNode.Begin("IndexPutBackward0", this, value);
            var (rows, sizes) = (indexed.Rows!, indexed.Sizes);
            var values = indexed.AsRows(Fitting(value, sizes).As(dtype).Expanded(sizes));
            var matrix = AsMatrix(indexed);
            if (accumulate)
                RowAccess.Add(matrix, rows, values);
            else
                RowAccess.Write(matrix, rows, values);
            var first = Reshaped(_sizes, _strides, _offset).permute(indexed.IndexedFirst);
            if (!matrix.SharesMemoryWith(this))
                first.Assign(matrix.reshape(first._sizes));

            var at = node?.Save(rows);
            node?.Input(value, g => g.Rows(indexed.WithRows(at!.Value)));
            Changed(node, accumulate ? static g => g : g =>
            {
                var rest = g.Copied();
                rest.PutRows(indexed.WithRows(at!.Value), PlainNumber(0).As(g.dtype), accumulate: false);
                return rest;
            });
        }

        /// <summary>
        /// This view with indexed dimensions as rows and the others as columns; a copy where the memory demands it. No history.
        /// </summary>
        private Tensor AsMatrix(IndexedView indexed)
        {
            var first = Reshaped(_sizes, _strides, _offset).permute(indexed.IndexedFirst).Packed();
            var width = Shapes.Count(indexed.OtherSizes);
            return first.Reshaped([width == 0 ? 0 : first.Count / width, width], [width, 1], first._offset);
        }

        private static Tensor Fitting(Tensor value, long[] sizes)
        {
            var fitting = WithoutLeadingOnes(value, sizes.Length);
            var shift = sizes.Length - fitting.Rank;
            if (shift >= 0 && fitting._sizes.Index().All(s => s.Item == 1 || s.Item == sizes[s.Index + shift]))
                return fitting;
            throw TorchError.Because($"shape mismatch: value tensor of shape {Shapes.Text(value._sizes)} cannot be broadcast to " +
                $"indexing result of shape {Shapes.Text(sizes)}");
        }

        private static Tensor WithoutLeadingOnes(Tensor value, int rank)
        {
            while (value.Rank > rank && value._sizes[0] == 1)
                value = value.squeeze(0);
            return value;
        }
    }
}
