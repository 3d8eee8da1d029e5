using Tortue.Tensors;
using Tortue.Tensors.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The elements in reverse order along some dimensions. A copy.</summary>
        /// <param name="dims">The dimensions, each at most once.</param>
        /// <returns>A new tensor.</returns>
        public Tensor flip(params long[] dims)
        {
            var wrapped = dims.Select(d => Shapes.WrapDim(d, Rank)).ToArray();
            for (var i = 0; i < wrapped.Length; i++)
            {
                if (Array.IndexOf(wrapped, wrapped[i]) < i)
                    throw TorchError.Because($"dim {wrapped[i]} appears multiple times in the list of dims");
            }

            var result = Flipped(wrapped);
            return GradientNode.Begin("FlipBackward0", this)?.Input(this, g => g.Flipped(wrapped)).Output(result) ?? result;
        }

        /// <summary>The columns in reverse order: <see cref="flip"/> of the second dimension.</summary>
        /// <returns>A new tensor.</returns>
        public Tensor fliplr() => Rank < 2 ? throw TorchError.Because("Input must be >= 2-d.") : flip(1);

        /// <summary>The rows in reverse order: <see cref="flip"/> of the first dimension.</summary>
        /// <returns>A new tensor.</returns>
        public Tensor flipud() => Rank < 1 ? throw TorchError.Because("Input must be >= 1-d.") : flip(0);

        /// <summary>The lower triangle of each matrix of the last two dimensions, with zeros above it.</summary>
        /// <param name="diagonal">The last diagonal that is kept; 0 is the main one, positive ones lie above it.</param>
        /// <returns>A new tensor.</returns>
        public Tensor tril(long diagonal = 0) => Triangle("tril", diagonal, lower: true);

        /// <summary>The upper triangle of each matrix of the last two dimensions, with zeros below it.</summary>
        /// <param name="diagonal">The first diagonal that is kept; 0 is the main one, positive ones lie above it.</param>
        /// <returns>A new tensor.</returns>
        public Tensor triu(long diagonal = 0) => Triangle("triu", diagonal, lower: false);

        /// <inheritdoc cref="tril"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor tril_(long diagonal = 0) => Become(x => x.tril(diagonal));

        /// <inheritdoc cref="triu"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor triu_(long diagonal = 0) => Become(x => x.triu(diagonal));

        private Tensor Flipped(int[] dims)
        {
            if (Rank == 0 || Count == 0)
                return Copied();

            // Negative strides are for this copy alone: no tensor that users see has any.
            var (strides, offset) = (stride(), (long)_offset);
            foreach (var d in dims)
            {
                offset += (_sizes[d] - 1) * strides[d];
                strides[d] = -strides[d];
            }

            using var reversed = Reshaped(_sizes, strides, offset);
            return reversed.Copied();
        }

        private Tensor Triangle(string name, long diagonal, bool lower)
        {
            if (Rank < 2)
                throw TorchError.Because($"{name}: input tensor must have at least 2 dimensions");
            return Composite.Of(() =>
            {
                var (rows, columns) = (arange(_sizes[^2]).unsqueeze(1).add(diagonal), arange(_sizes[^1]));
                return masked_fill(lower ? columns.gt(rows) : columns.lt(rows), 0);
            });
        }
    }
}
