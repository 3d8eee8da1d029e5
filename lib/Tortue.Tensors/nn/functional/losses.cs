using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Squares of differences.</summary>
            /// <param name="input">The prediction.</param>
            /// <param name="target">The target.</param>
            /// <param name="reduction">What becomes of the single squares.</param>
            /// <returns>One number, or without reduction the shape of the input.</returns>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Composite.Of(() => Reduced(input.sub(target).square(), reduction));

            /// <summary>Absolute values of differences.</summary>
            /// <param name="input">The prediction.</param>
            /// <param name="target">The target.</param>
            /// <param name="reduction">What becomes of the single values.</param>
            /// <returns>One number, or without reduction the shape of the input.</returns>
            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Composite.Of(() => Reduced(input.sub(target).abs(), reduction));

            /// <summary>Probabilities along a dimension: eˣ / Σ eˣ.</summary>
            /// <param name="input">Scores.</param>
            /// <param name="dim">The dimension that sums to one.</param>
            /// <param name="dtype">The type to compute in; the input's when null.</param>
            /// <returns>A tensor of the same shape.</returns>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

            /// <summary>Logarithms of probabilities along a dimension: x − log Σ eˣ.</summary>
            /// <param name="x">Scores.</param>
            /// <param name="dim">The dimension whose exponentials sum to one.</param>
            /// <returns>A tensor of the same shape.</returns>
            public static Tensor log_softmax(Tensor x, long dim) => x.log_softmax(dim);

            private static Tensor Reduced(Tensor losses, Reduction reduction) => reduction switch
            {
                Reduction.None => losses,
                Reduction.Sum => losses.sum(),
                _ => losses.mean(),
            };
        }
    }
}
