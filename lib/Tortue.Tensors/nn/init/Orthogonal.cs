using System.Numerics.Tensors;
using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            /// <summary>
            /// A random matrix whose rows, or columns where these are fewer, are orthogonal and of length gain: Saxe et al., "Exact
            /// solutions to the nonlinear dynamics of learning in deep linear neural networks" (2013). It is the factor Q of a matrix of
            /// normal numbers, with the signs that make R's diagonal positive.
            /// </summary>
            /// <param name="tensor">Weights of two dimensions or more; those after the first count as one.</param>
            /// <param name="gain">From <see cref="calculate_gain"/>.</param>
            /// <returns>The tensor.</returns>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1)
            {
                if (tensor.Rank < 2)
                    throw new ArgumentException($"A matrix or more is needed, not {Shapes.Text(tensor.Sizes)}.", nameof(tensor));
                using var _ = no_grad();
                using var scope = NewDisposeScope();
                var rows = (int)tensor.Sizes[0];
                var columns = rows == 0 ? 0 : tensor.Count / rows;
                if (tensor.Count == 0)
                    return tensor;

                var normal = empty(rows, columns, dtype: tensor.dtype).normal_();
                var vectors = (rows < columns ? normal : normal.t()).to_type(ScalarType.Float64).contiguous();
                Orthonormalize(vectors.Span<double>(), Math.Min(rows, columns), Math.Max(rows, columns));
                var q = rows < columns ? vectors : vectors.t();
                return tensor.copy_(q.mul(gain).reshape(tensor.Sizes));
            }

            /// <summary>Eye: ones on the diagonal, zeros elsewhere.</summary>
            /// <param name="tensor">A matrix.</param>
            /// <returns>The tensor.</returns>
            public static Tensor eye_(Tensor tensor)
            {
                if (tensor.Rank != 2)
                    throw new ArgumentException($"A matrix is needed, not {Shapes.Text(tensor.Sizes)}.", nameof(tensor));
                using var _ = no_grad();
                tensor.zero_();
                for (var i = 0L; i < Math.Min(tensor.Sizes[0], tensor.Sizes[1]); i++)
                    tensor[i, i] = 1;
                return tensor;
            }

            // Gram and Schmidt's method, each vector twice, which keeps them orthogonal to rounding (Giraud et al., 2005).
            private static void Orthonormalize(Span<double> vectors, int count, int length)
            {
                for (var i = 0; i < count; i++)
                {
                    var vector = vectors.Slice(i * length, length);
                    for (var pass = 0; pass < 2; pass++)
                    {
                        for (var j = 0; j < i; j++)
                        {
                            ReadOnlySpan<double> former = vectors.Slice(j * length, length);
                            TensorPrimitives.MultiplyAdd(former, -TensorPrimitives.Dot(former, vector), vector, vector);
                        }
                    }

                    TensorPrimitives.Divide(vector, TensorPrimitives.Norm<double>(vector), vector);
                }
            }
        }
    }
}
