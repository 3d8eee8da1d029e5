using Tortue.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>One minus the cosine of pairs that belong together, and by how much it exceeds a margin for others.</summary>
    public sealed class CosineEmbeddingLoss : Loss<Tensor, Tensor, Tensor, Tensor>
    {
        /// <summary>Makes the module.</summary>
        /// <param name="margin">The cosine that costs nothing for pairs that do not belong together.</param>
        /// <param name="reduction">What becomes of the single losses.</param>
        public CosineEmbeddingLoss(double margin = 0, nn.Reduction reduction = nn.Reduction.Mean)
            : base(nameof(CosineEmbeddingLoss), reduction) =>
            this.margin = margin;

        /// <summary>The cosine that costs nothing for pairs that do not belong together.</summary>
        public double margin { get; }

        /// <inheritdoc/>
        /// <param name="input1">Examples × features, or one example's features.</param>
        /// <param name="input2">The same of the other ones.</param>
        /// <param name="target">1 where the pair belongs together, −1 where not: one number an example.</param>
        /// <returns>One number, or without reduction one an example.</returns>
        public override Tensor forward(Tensor input1, Tensor input2, Tensor target) =>
            nn.functional.cosine_embedding_loss(input1, input2, target, margin, reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>
            /// A module: one minus the cosine of pairs that belong together, and by how much it exceeds a margin for others.
            /// </summary>
            /// <param name="margin">The cosine that costs nothing for pairs that do not belong together.</param>
            /// <param name="reduction">What becomes of the single losses.</param>
            /// <returns>The module.</returns>
            public static Modules.CosineEmbeddingLoss CosineEmbeddingLoss(double margin = 0, Reduction reduction = Reduction.Mean) =>
                new(margin, reduction);

            public static partial class functional
            {
                /// <summary>One minus the cosine of pairs that belong together, and by how much it exceeds a margin for others.</summary>
                /// <param name="input1">Examples × features, or one example's features.</param>
                /// <param name="input2">The same of the other ones.</param>
                /// <param name="target">1 where the pair belongs together, −1 where not: one number an example.</param>
                /// <param name="margin">The cosine that costs nothing for pairs that do not belong together.</param>
                /// <param name="reduction">What becomes of the single losses.</param>
                /// <returns>One number, or without reduction one an example.</returns>
                public static Tensor cosine_embedding_loss(
                    Tensor input1, Tensor input2, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean)
                {
                    if (input1.Rank is not (1 or 2) || target.Rank != input1.Rank - 1)
                    {
                        throw TorchError.Because($"{target.Rank}D target tensor expects {target.Rank + 1}D input tensors, but found " +
                            $"inputs with sizes {Shapes.Text(input1.Sizes)} and {Shapes.Text(input2.Sizes)}.");
                    }

                    return Composite.Of(() =>
                    {
                        const double Tiny = 1e-12;
                        var lengths = input1.square().sum(-1).add(Tiny).mul(input2.square().sum(-1).add(Tiny)).sqrt();
                        var cosines = input1.mul(input2).sum(-1).div(lengths);
                        var none = zeros_like(cosines);
                        var together = cosines.neg().add(1).where(target.eq(1), none);
                        return Reduced(together.add(cosines.sub(margin).clamp_min(0).where(target.eq(-1), none)), reduction);
                    });
                }
            }
        }
    }
}
