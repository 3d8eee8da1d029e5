using Tortue.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The distance between each vector and its partner.</summary>
    public sealed class PairwiseDistance : ParameterLessModule<Tensor, Tensor, Tensor>
    {
        internal PairwiseDistance(double p, double eps, bool keepdim)
            : base(nameof(PairwiseDistance)) => (norm, this.eps, this.keepdim) = (p, eps, keepdim);

        /// <summary>The order of the norm.</summary>
        public double norm { get; set; }

        /// <summary>Is added to each difference, so that the norm has a gradient at zero.</summary>
        public double eps { get; set; }

        /// <summary>Whether the dimension of the vectors stays, with size one.</summary>
        public bool keepdim { get; set; }

        /// <inheritdoc/>
        /// <param name="input1">Vectors along the last dimension.</param>
        /// <param name="input2">Their partners; both shapes are broadcast.</param>
        /// <returns>A tensor without the last dimension.</returns>
        public override Tensor forward(Tensor input1, Tensor input2) =>
            nn.functional.pairwise_distance(input1, input2, norm, eps, keepdim);
    }
}

namespace TorchSharp
{
    /// <summary>Whether distances are computed by a matrix product; has no effect here: differences keep more digits.</summary>
    public enum compute_mode
    {
        /// <summary>Where there are many points.</summary>
        use_mm_for_euclid_dist_if_necessary = 0,

        /// <summary>Always.</summary>
        use_mm_for_euclid_dist = 1,

        /// <summary>Never.</summary>
        donot_use_mm_for_euclid_dist = 2,
    }

    public static partial class torch
    {
        /// <summary>The distance of every point of one set from every point of another.</summary>
        /// <param name="x1">(… ×) points × coordinates.</param>
        /// <param name="x2">(… ×) other points × coordinates.</param>
        /// <param name="p">The order of the norm.</param>
        /// <param name="compute_mode">Has no effect here.</param>
        /// <returns>(… ×) points × other points.</returns>
        public static Tensor cdist(
            Tensor x1, Tensor x2, double p = 2, compute_mode compute_mode = compute_mode.use_mm_for_euclid_dist_if_necessary)
        {
            if (x1.Rank < 2 || x2.Rank < 2)
            {
                throw Tortue.Tensors.TorchError.Because(
                    $"cdist only supports at least 2D tensors, X{(x1.Rank < 2 ? 1 : 2)} got: {(x1.Rank < 2 ? x1 : x2).Rank}D");
            }

            if (x1.Sizes[^1] != x2.Sizes[^1])
            {
                throw Tortue.Tensors.TorchError.Because("X1 and X2 must have the same number of columns. " +
                    $"X1: {x1.Sizes[^1]} X2: {x2.Sizes[^1]}");
            }

            return Composite.Of(() => x1.unsqueeze(-2).sub(x2.unsqueeze(-3)).norm(-1, false, (float)p));
        }

        public static partial class nn
        {
            /// <summary>A module that computes the distance between each vector and its partner.</summary>
            /// <param name="p">The order of the norm.</param>
            /// <param name="eps">Is added to each difference, so that the norm has a gradient at zero.</param>
            /// <param name="keepdim">Whether the dimension of the vectors stays, with size one.</param>
            /// <returns>The module.</returns>
            public static Modules.PairwiseDistance PairwiseDistance(double p = 2, double eps = 1e-6, bool keepdim = false) =>
                new(p, eps, keepdim);

            public static partial class functional
            {
                /// <summary>The distance between each vector and its partner.</summary>
                /// <param name="input1">Vectors along the last dimension.</param>
                /// <param name="input2">Their partners; both shapes are broadcast.</param>
                /// <param name="p">The order of the norm.</param>
                /// <param name="eps">Is added to each difference, so that the norm has a gradient at zero.</param>
                /// <param name="keepdim">Whether the last dimension stays, with size one.</param>
                /// <returns>A tensor without the last dimension.</returns>
                public static Tensor pairwise_distance(
                    Tensor input1, Tensor input2, double p = 2, double eps = 1e-6, bool keepdim = false) =>
                    Composite.Of(() => input1.sub(input2).add(eps).norm(-1, keepdim, (float)p));
            }
        }
    }
}
