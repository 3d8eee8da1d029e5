using Tortue.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>By how much the first of two scores fails to exceed the second by a margin, or the other way round.</summary>
    public sealed class MarginRankingLoss : Loss<Tensor, Tensor, Tensor, Tensor>
    {
        /// <summary>Makes the module.</summary>
        /// <param name="margin">The difference that costs nothing.</param>
        /// <param name="reduction">What becomes of the single losses.</param>
        public MarginRankingLoss(double margin = 0, nn.Reduction reduction = nn.Reduction.Mean)
            : base(nameof(MarginRankingLoss), reduction) =>
            this.margin = margin;

        /// <summary>The difference that costs nothing.</summary>
        public double margin { get; }

        /// <inheritdoc/>
        /// <param name="input1">Scores.</param>
        /// <param name="input2">Scores of the same shape.</param>
        /// <param name="target">1 where the first is to be larger, −1 where the second is.</param>
        /// <returns>One number, or without reduction the shape of the input.</returns>
        public override Tensor forward(Tensor input1, Tensor input2, Tensor target) =>
            nn.functional.margin_ranking_loss(input1, input2, target, margin, reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>
            /// A module: by how much the first of two scores fails to exceed the second by a margin, or the other way round.
            /// </summary>
            /// <param name="margin">The difference that costs nothing.</param>
            /// <param name="reduction">What becomes of the single losses.</param>
            /// <returns>The module.</returns>
            public static Modules.MarginRankingLoss MarginRankingLoss(double margin = 0, Reduction reduction = Reduction.Mean) =>
                new(margin, reduction);

            public static partial class functional
            {
                /// <summary>By how much the first of two scores fails to exceed the second by a margin, or the other way round.</summary>
                /// <param name="input1">Scores.</param>
                /// <param name="input2">Scores of the same shape.</param>
                /// <param name="target">1 where the first is to be larger, −1 where the second is.</param>
                /// <param name="margin">The difference that costs nothing.</param>
                /// <param name="reduction">What becomes of the single losses.</param>
                /// <returns>One number, or without reduction the shape of the input.</returns>
                public static Tensor margin_ranking_loss(
                    Tensor input1, Tensor input2, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean) =>
                    Composite.Of(() => Reduced(target.neg().mul(input1.sub(input2)).add(margin).clamp_min(0), reduction));
            }
        }
    }
}
