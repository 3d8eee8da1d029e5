using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The windows of a dimension, one after another; what is in a window is a further, last dimension. A view.</summary>
        /// <param name="dimension">The dimension, which becomes the number of the window.</param>
        /// <param name="size">Elements of a window.</param>
        /// <param name="step">Elements from one window to the next.</param>
        /// <returns>A tensor with one more dimension, not to be written to where windows overlap.</returns>
        public Tensor unfold(long dimension, long size, long step)
        {
            var d = Shapes.WrapDim(dimension, Rank);
            var extent = Rank == 0 ? 1 : _sizes[d];
            if (size < 0)
                throw TorchError.Because($"size is {size} but must be >= 0");
            if (size > extent)
                throw TorchError.Because($"maximum size for tensor at dimension {d} is {extent} but size is {size}");
            if (step <= 0)
                throw TorchError.Because($"step is {step} but must be > 0");
            if (Rank == 0)
                return unsqueeze(0).slice(0, 0, size, 1);

            var (sizes, strides, count) = (_sizes, stride(), ((extent - size) / step) + 1);
            strides[d] *= step;
            return Viewed("UnfoldBackward0", [.. sizes[..d], count, .. sizes[(d + 1)..], size], [.. strides, _strides[d]], _offset, g =>
            {
                var gradient = Empty(sizes, g.dtype);
                gradient.Fill(0);
                // Windows overlap, but their first elements do not, and so on.
                for (var i = 0L; i < size; i++)
                    gradient.slice(d, i, i + ((count - 1) * step) + 1, step).AddInPlace(g.select(-1, i));
                return gradient;
            });
        }
    }
}
