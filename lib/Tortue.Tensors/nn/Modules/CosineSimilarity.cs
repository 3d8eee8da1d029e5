using Tortue.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The cosine of the angle between vectors.</summary>
    public sealed class CosineSimilarity : ParameterLessModule<Tensor, Tensor, Tensor>
    {
        internal CosineSimilarity(long dim, double eps)
            : base(nameof(CosineSimilarity)) => (this.dim, this.eps) = (dim, eps);

        /// <summary>The dimension along which vectors lie.</summary>
        public long dim { get; set; }

        /// <summary>The smallest length that counts.</summary>
        public double eps { get; set; }

        /// <inheritdoc/>
        /// <param name="input1">Vectors along the dimension.</param>
        /// <param name="input2">Other vectors; both shapes are broadcast.</param>
        /// <returns>A tensor without the dimension.</returns>
        public override Tensor forward(Tensor input1, Tensor input2) => nn.functional.cosine_similarity(input1, input2, dim, eps);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that computes the cosine of the angle between vectors.</summary>
            /// <param name="dim">The dimension along which vectors lie.</param>
            /// <param name="eps">The smallest length that counts.</param>
            /// <returns>The module.</returns>
            public static Modules.CosineSimilarity CosineSimilarity(long dim = 1, double eps = 1e-8) => new(dim, eps);

            public static partial class functional
            {
                /// <summary>The cosine of the angle between vectors, x·y / (‖x‖ ‖y‖).</summary>
                /// <param name="x1">Vectors along the dimension.</param>
                /// <param name="x2">Other vectors; both shapes are broadcast.</param>
                /// <param name="dim">The dimension along which vectors lie.</param>
                /// <param name="eps">The smallest length that counts.</param>
                /// <returns>A tensor without the dimension.</returns>
                public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1e-8) =>
                    Composite.Of(() => normalize(x1, 2, dim, eps).mul(normalize(x2, 2, dim, eps)).sum(dim));

                /// <summary>Vectors divided by their length.</summary>
                /// <param name="input">Vectors along the dimension.</param>
                /// <param name="p">The order of the norm.</param>
                /// <param name="dim">The dimension along which vectors lie.</param>
                /// <param name="eps">The smallest length that counts.</param>
                /// <returns>A tensor of the same shape.</returns>
                public static Tensor normalize(Tensor input, double p = 2, long dim = 1, double eps = 1e-12) =>
                    Composite.Of(() => input.div(input.norm((int)dim, true, (float)p).clamp_min(eps)));
            }
        }
    }
}
