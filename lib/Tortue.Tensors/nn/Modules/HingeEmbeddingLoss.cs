using Tortue.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The distance of pairs that belong together, and by how much it falls short of a margin for others.</summary>
    public sealed class HingeEmbeddingLoss : Loss<Tensor, Tensor, Tensor>
    {
        /// <summary>Makes the module.</summary>
        /// <param name="margin">The distance that costs nothing for pairs that do not belong together.</param>
        /// <param name="reduction">What becomes of the single losses.</param>
        public HingeEmbeddingLoss(double margin = 0, nn.Reduction reduction = nn.Reduction.Mean)
            : base(nameof(HingeEmbeddingLoss), reduction) =>
            this.margin = margin;

        /// <summary>The distance that costs nothing for pairs that do not belong together.</summary>
        public double margin { get; }

        /// <inheritdoc/>
        /// <param name="input">Distances.</param>
        /// <param name="target">1 where the pair belongs together, −1 where not.</param>
        /// <returns>One number, or without reduction the shape of the input.</returns>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.hinge_embedding_loss(input, target, margin, reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>
            /// A module: the distance of pairs that belong together, and by how much it falls short of a margin for others.
            /// </summary>
            /// <param name="margin">The distance that costs nothing for pairs that do not belong together.</param>
            /// <param name="reduction">What becomes of the single losses.</param>
            /// <returns>The module.</returns>
            public static Modules.HingeEmbeddingLoss HingeEmbeddingLoss(double margin = 1, Reduction reduction = Reduction.Mean) =>
                new(margin, reduction);

            public static partial class functional
            {
                /// <summary>The distance of pairs that belong together, and by how much it falls short of a margin for others.</summary>
                /// <param name="input">Distances.</param>
                /// <param name="target">1 where the pair belongs together, −1 where not.</param>
                /// <param name="margin">The distance that costs nothing for pairs that do not belong together.</param>
                /// <param name="reduction">What becomes of the single losses.</param>
                /// <returns>One number, or without reduction the shape of the input.</returns>
                public static Tensor hinge_embedding_loss(
                    Tensor input, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean) => Composite.Of(() =>
                {
                    var apart = input.neg().add(margin).clamp_min(0);
                    var none = zeros_like(input);
                    return Reduced(apart.where(target.ne(1), none).add(input.where(target.ne(-1), none)), reduction);
                });
            }
        }
    }
}
