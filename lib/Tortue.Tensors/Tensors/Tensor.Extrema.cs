using Tortue.Tensors;
using Tortue.Tensors.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The largest element; not-a-number wins. Equal ones share the gradient.</summary>
        /// <returns>A tensor of one number.</returns>
        public Tensor max() => Extreme([], false, largest: true, "max");

        /// <summary>The smallest element; not-a-number wins. Equal ones share the gradient.</summary>
        /// <returns>A tensor of one number.</returns>
        public Tensor min() => Extreme([], false, largest: false, "min");

        /// <summary>The largest element over a dimension, and its index. The first of equal ones gets the gradient.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepdim">Whether it stays, with size one.</param>
        /// <returns>Values and indices.</returns>
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => Indexed(dim, keepdim, largest: true);

        /// <summary>The smallest element over a dimension, and its index. The first of equal ones gets the gradient.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepdim">Whether it stays, with size one.</param>
        /// <returns>Values and indices.</returns>
        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => Indexed(dim, keepdim, largest: false);

        /// <summary>The largest elements over some dimensions. Equal ones share the gradient.</summary>
        /// <param name="dims">The dimensions; all when empty.</param>
        /// <returns>A new tensor.</returns>
        public Tensor amax(params long[] dims) => Extreme(dims, false, largest: true);

        /// <summary>The largest elements over some dimensions. Equal ones share the gradient.</summary>
        /// <param name="dims">The dimensions; all when empty.</param>
        /// <param name="keepdim">Whether they stay, with size one.</param>
        /// <param name="out">Where to put the result, when not null.</param>
        /// <returns>The result.</returns>
        public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) => Into(@out, Extreme(dims, keepdim, largest: true));

        /// <summary>The smallest elements over some dimensions. Equal ones share the gradient.</summary>
        /// <param name="dims">The dimensions; all when empty.</param>
        /// <returns>A new tensor.</returns>
        public Tensor amin(params long[] dims) => Extreme(dims, false, largest: false);

        /// <summary>The smallest elements over some dimensions. Equal ones share the gradient.</summary>
        /// <param name="dims">The dimensions; all when empty.</param>
        /// <param name="keepdim">Whether they stay, with size one.</param>
        /// <param name="out">Where to put the result, when not null.</param>
        /// <returns>The result.</returns>
        public Tensor amin(long[] dims, bool keepdim = false, Tensor? @out = null) => Into(@out, Extreme(dims, keepdim, largest: false));

        /// <summary>The index of the largest element in row-major order, the first of equal ones.</summary>
        /// <returns>A tensor of one Int64 number.</returns>
        public Tensor argmax() => Position([], false, largest: true);

        /// <summary>The index of the largest element along a dimension, the first of equal ones.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepdim">Whether it stays, with size one.</param>
        /// <returns>A new tensor of Int64.</returns>
        public Tensor argmax(long dim, bool keepdim = false) => Position([dim], keepdim, largest: true);

        /// <summary>The index of the smallest element in row-major order, the first of equal ones.</summary>
        /// <returns>A tensor of one Int64 number.</returns>
        public Tensor argmin() => Position([], false, largest: false);

        /// <summary>The index of the smallest element along a dimension, the first of equal ones.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepdim">Whether it stays, with size one.</param>
        /// <returns>A new tensor of Int64.</returns>
        public Tensor argmin(long dim, bool keepdim = false) => Position([dim], keepdim, largest: false);

        /// <summary>Whether all elements differ from zero.</summary>
        /// <returns>A tensor of one truth value; true for no elements.</returns>
        public Tensor all() => ReducedTruth([], false, all: true);

        /// <summary>Whether all elements along a dimension differ from zero.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepdim">Whether it stays, with size one.</param>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor all(long dim, bool keepdim = false) => ReducedTruth([dim], keepdim, all: true);

        /// <summary>Whether some element differs from zero.</summary>
        /// <returns>A tensor of one truth value; false for no elements.</returns>
        public Tensor any() => ReducedTruth([], false, all: false);

        /// <summary>Whether some element along a dimension differs from zero.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepdim">Whether it stays, with size one.</param>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor any(long dim, bool keepdim = false) => ReducedTruth([dim], keepdim, all: false);

        private static Tensor Into(Tensor? target, Tensor result)
        {
            if (target is null)
                return result;
            target.Assign(result);
            result.Dispose();
            return target;
        }

        private Tensor ReducedTruth(long[] dimensions, bool keepdim, bool all)
        {
            var dims = Reducing.Dims(this, dimensions);
            using var truths = Operand.Of(this, ScalarType.Bool);
            using var counted = all ? truths.Tensor.logical_not() : truths.Tensor.detach();
            using var count = Reducing.Sum(counted, dims, keepdim);
            return all ? count.eq(0) : count.ne(0);
        }

        private Tensor Position(long[] dimensions, bool keepdim, bool largest)
        {
            var dims = Reducing.Dims(this, dimensions);
            var name = largest ? "argmax" : "argmin";
            if (dtype == ScalarType.Bool && Count > 0)
                throw NotImplementedFor(name + "_cpu");
            var (values, indices) = Reducing.Extremum(this, dims, largest, name, dimensions.Length > 0, keepdim);
            values.Dispose();
            return indices;
        }

        private Tensor Extreme(long[] dimensions, bool keepdim, bool largest, string? ofAll = null)
        {
            var dims = Reducing.Dims(this, dimensions);
            var name = ofAll ?? (largest ? "amax" : "amin");
            var result = Reducing.ExtremeValue(this, dims, largest, name, dimensions.Length > 0, keepdim);
            if (GradientNode.Begin(largest ? "AmaxBackward0" : "AminBackward0", this) is { } node)
                RecordExtreme(node, result, dims, ofAll: ofAll is not null).Output(result);
            return result;
        }

        // A method of its own, so that without history there is no closure.
        private GradientNode RecordExtreme(GradientNode node, Tensor result, int[] dims, bool ofAll)
        {
            var withDims = Reducing.SizesAfter(_sizes, dims, keepdim: true);
            var (x, best) = (node.Save(this), node.Save(result));
            return node.Input(this, g =>
            {
                // Of all elements, those that are no numbers share the gradient; over dimensions PyTorch has no gradient there.
                var same = x.Value.eq(best.Value.reshape(withDims));
                var chosen = (ofAll ? same.logical_or(x.Value.isnan()) : same).As(g.dtype);
                return chosen.mul(g.reshape(withDims).div(Reducing.Sum(chosen, dims)));
            });
        }

        private (Tensor Values, Tensor Indexes) Indexed(long dim, bool keepdim, bool largest)
        {
            var dims = Reducing.Dims(this, [dim]);
            var (values, places) = Reducing.Extremum(this, dims, largest, largest ? "max" : "min", given: true);
            using var kept = values;
            using var positions = places;
            var (result, indexes) = (Shaped(kept, dims, keepdim), Shaped(positions, dims, keepdim));
            if (GradientNode.Begin(largest ? "MaxBackward0" : "MinBackward0", this) is { } node)
            {
                var (sizes, d, at) = (_sizes, dims.Length == 0 ? 0 : dims[0], node.Save(positions));
                node.Input(this, g => Indexing.ScatterAdd(sizes, d, at.Value, g.reshape(at.Value._sizes))).Output(result);
            }

            return (result, indexes);
        }
    }
}
